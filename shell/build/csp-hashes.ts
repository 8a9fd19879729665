import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** `style.textContent = `…`.trim()` in a library: an inline style element of a constant text. */
const inlineStyle = /\.textContent\s*=\s*`([^`]*)`\s*\.trim\(\)/g

/**
 * Writes `csp-hashes.json` beside the build: the hashes that the policy's `style-src` names besides
 * 'self', a list of `sha256-…`. They stand for the inline style elements that libraries make at run
 * time; each is a constant text, so that its hash lets through this text and no other.
 */
export function cspHashes(): Plugin {
  const hashes = new Set<string>()
  return {
    name: 'csp-hashes',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('node_modules')) return
      for (const [, template = ''] of code.matchAll(inlineStyle)) {
        const text = fillIn(template, code)
        if (text !== null) hashes.add(`sha256-${createHash('sha256').update(text.trim()).digest('base64')}`)
      }
    },
    writeBundle({ dir }) {
      if (dir) writeFileSync(join(dir, 'csp-hashes.json'), `${JSON.stringify([...hashes].sort(), null, 2)}\n`)
    },
  }
}

/** Fills the holes of a template with the text constants of the same module; null where one is not constant. */
function fillIn(template: string, code: string): string | null {
  let constant = true
  const text = template.replace(/\$\{([\w$]+)\}/g, (_, name: string) => {
    const escaped = name.replace(/\$/g, '\\$')
    const value = new RegExp(`\\b(?:const|let|var)\\s+${escaped}\\s*=\\s*(['"])([^'"]*)\\1`).exec(code)?.[2]
    if (value === undefined) constant = false
    return value ?? ''
  })
  return constant && !text.includes('${') ? text : null
}

/** What a style sheet or a component must not say, because it holds in some languages only. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../components')
const files = (end: RegExp): readonly (readonly [path: string, text: string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => end.test(path) && !/\.test\.tsx?$/.test(path))
    .map(path => [path, readFileSync(join(folder, path), 'utf8')])

/** Left and right by name, in a property or as a value. */
const NAMED = /^(?:left|right|(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/
const SIDED_VALUES = /^(?:text-align|float|clear|justify-content|justify-items|justify-self|caption-side)$/

/** In a shorthand of four, the second is the right side and the fourth the left one; corners go round from top left. */
function isLopsided(property: string, value: string): boolean {
  if (!/^(?:margin|padding|inset|border-width|border-radius)$/.test(property)) return false
  const parts = value.replaceAll(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '()').split(/\s+/)
  if (parts.length !== 4) return false
  return property === 'border-radius' ? parts[0] !== parts[1] || parts[2] !== parts[3] : parts[1] !== parts[3]
}

it('the styles of components know a start and an end, no left and right', () => {
  const found: string[] = []
  for (const [path, text] of files(/\.css$/)) {
    const rules = text.replaceAll(/\/\*[\s\S]*?\*\//g, '')
    for (const [, property = '', value = ''] of rules.matchAll(/(?:^|[;{])\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g))
      if (NAMED.test(property) || (SIDED_VALUES.test(property) && /\b(?:left|right)\b/.test(value)) || isLopsided(property, value.trim()))
        found.push(`${path}: ${property}: ${value.trim()}`)
  }
  // The tick in a box is drawn by two borders, and is the same in every language.
  expect(found.filter(line => !line.startsWith('Markdown/Markdown.css: border-width: 0 1.75px 1.75px 0'))).toEqual([])
})

it('what a component says of its own accord stands in its words', () => {
  const found: string[] = []
  for (const [path, text] of files(/\.tsx$/))
    for (const [said] of text.matchAll(
      /(?:aria-label|aria-roledescription|placeholder|alt|title|label)=(?:"[A-Z][a-z]+[^"]*"|\{`[A-Z][a-z]+ [^`]*`\})|\?\? '[A-Z][a-z]+[^']*'|\|\| '[A-Z][a-z]+[^']*'|>\s*[A-Z][a-z]+(?: [a-z]+)*[.…]?\s*<\//g,
    ))
      found.push(`${path}: ${said}`)
  expect(found).toEqual([])
})

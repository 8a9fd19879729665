import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The classes that a style sheet has a rule of its own for, at the outermost level. */
function ownClasses(file: string): string[] {
  const css = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
  return [...css.matchAll(/^\s*(\.cy-[a-z0-9-]+)\s*[,{]/gm)].map(match => match[1]!)
}

describe('class names', () => {
  it('belong to one component: all style sheets are loaded together', () => {
    const owners = new Map<string, Set<string>>()
    for (const file of globSync('components/*/*.css')) {
      if (file.includes('components/theme/')) continue
      for (const name of ownClasses(file)) owners.set(name, (owners.get(name) ?? new Set()).add(dirname(file)))
    }
    expect(owners.size).toBeGreaterThan(100)
    expect([...owners].filter(([, folders]) => folders.size > 1).map(([name, folders]) => [name, ...folders])).toEqual([])
  })
})

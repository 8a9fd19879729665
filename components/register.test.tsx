import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalog, componentNames } from './index.ts'

const described = readdirSync('schema/components')
  .filter(file => !JSON.parse(readFileSync(`schema/components/${file}`, 'utf8'))['x-engine'])
  .map(file => file.replace(/\.json$/, ''))

it('[B40] has an implementation of each component that is described, and of no other', () => {
  expect([...componentNames].sort()).toEqual(described.sort())
})

it('names each component once', () => {
  expect(new Set(componentNames).size).toBe(componentNames.length)
})

it('[S6] has nothing for names that are no components', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'script']) expect(catalog.get(name)).toBeUndefined()
  expect(Object.isFrozen(catalog)).toBe(true)
})

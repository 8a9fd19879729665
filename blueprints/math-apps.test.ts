import { expect, it } from 'vitest'
import { tools } from '../schema/generated/catalog.ts'
import { shippedApps } from './index.ts'

it('each tool of mathematics is used by an app that comes with the desktop', () => {
  const text = shippedApps.map(({ document }) => JSON.stringify(document)).join('\n')
  const used = new Set([...text.matchAll(/"do":"(math\.[^"]+)"/g)].map(([, name]) => name))
  expect([...tools.keys()].filter(name => name.startsWith('math.') && !used.has(name))).toEqual([])
})

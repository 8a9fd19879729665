import axe from 'axe-core'
import { expect } from 'vitest'

/**
 * Fails with the rule, the help text and the element of each violation that axe finds in `container`.
 * Colour contrast is left out: jsdom lays nothing out; the browser tests look at it.
 */
export async function expectNoViolations(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help} · ${node.html}`))
  expect(found).toEqual([])
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { emptyWithoutHtml } from './empty-without-html.ts'

const transform = emptyWithoutHtml().transform as (code: string, id: string) => { readonly code: string } | undefined
const announcer = createRequire(import.meta.url)
  .resolve('react-aria')
  .replace(/(node_modules\/react-aria)\/.*/, '$1/dist/private/live-announcer/LiveAnnouncer.mjs')

it('leaves the live region no HTML to be set', () => {
  const before = readFileSync(announcer, 'utf8')
  expect(before).toContain('.innerHTML')
  const after = transform(before, announcer)?.code ?? ''
  expect(after).not.toContain('.innerHTML')
  expect(after).toContain('this.assertiveLog.replaceChildren()')
})

it('touches what is set to something, and other packages, not', () => {
  expect(transform("a.innerHTML = 'b'", '/node_modules/react-aria/a.js')?.code).toBe("a.innerHTML = 'b'")
  expect(transform("a.innerHTML = ''", '/node_modules/other/a.js')).toBe(undefined)
})

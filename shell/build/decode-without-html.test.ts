import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodeWithoutHtml } from './decode-without-html.ts'

it('takes a reader of character references that sets no HTML', async () => {
  const config = decodeWithoutHtml().config as () => { readonly resolve: { readonly alias: Readonly<Record<string, string>> } }
  const [path = ''] = Object.values(config().resolve.alias)
  expect(readFileSync(path, 'utf8')).not.toMatch(/innerHTML|document/)
  const { decodeNamedCharacterReference } = (await import(path)) as { decodeNamedCharacterReference: (name: string) => string | false }
  expect(decodeNamedCharacterReference('ouml')).toBe('ö')
  expect(decodeNamedCharacterReference('constructor')).toBe(false)
})

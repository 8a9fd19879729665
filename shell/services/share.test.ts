import { expect, it } from 'vitest'
import { decodeLink } from '../../schema/identity/link.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { createShare } from './share.ts'

const app: JsonObject = { blueprint: 1, app: { name: 'Tea' }, state: { cups: 0 }, view: { type: 'Text', text: '${cups}' } }

function share(document: JsonObject | null, platform: ((data: ShareData) => Promise<void>) | null = null) {
  const log: string[] = []
  const port = createShare({
    document: () => document,
    appName: () => 'Tea',
    base: () => 'https://desk.example/',
    showDialog: () => void log.push('dialog'),
    platform,
  })
  return { port, log }
}

it('[S63] gives a link that carries the app as it was written, and opens the desktop’s dialog', async () => {
  const { port, log } = share(app)
  const url = await port.link()
  expect(url.startsWith('https://desk.example/#/b/')).toBe(true)
  expect(await decodeLink(new URL(url).hash)).toMatchObject({ kind: 'document', value: app })
  expect(log).toEqual(['dialog'])
})

it('hands it to the device where that can take it, and falls back on the dialog', async () => {
  const handed: ShareData[] = []
  const { port, log } = share(app, async data => void handed.push(data))
  const url = await port.link()
  expect(handed).toEqual([{ title: 'Tea', url }])
  expect(log).toEqual([])
  const closed = share(app, () => Promise.reject(new DOMException('closed', 'AbortError')))
  await closed.port.link()
  expect(closed.log).toEqual([])
  const refused = share(app, () => Promise.reject(new DOMException('no press', 'NotAllowedError')))
  await refused.port.link()
  expect(refused.log).toEqual(['dialog'])
})

it('says so where an app does not fit a link or a code', async () => {
  // Not a repeated sign: what repeats takes no room.
  let seed = 7
  const sign = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (seed % 90))
  }
  const noise = (length: number) => Array.from({ length }, sign).join('')
  const large = share({ ...app, constants: { x: noise(LIMITS.qrBytes + 2000) } })
  await expect(large.port.qr()).rejects.toMatchObject({ code: 'too-large' })
  expect(large.log).toEqual([])
  const huge = share({ ...app, constants: { x: 'x'.repeat(LIMITS.documentCharacters) } })
  await expect(huge.port.link()).rejects.toMatchObject({ code: 'too-large' })
  const small = share(app)
  await small.port.qr()
  expect(small.log).toEqual(['dialog'])
  await expect(share(null).port.link()).rejects.toMatchObject({ code: 'stopped' })
})

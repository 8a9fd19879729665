/** Hostile text in every slot of every component, in a real browser under the desktop's own policy. The whole takes an hour: `npm run campaigns -- --only payloads`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenStage, openStage } from '../behaviour/open-stage.ts'
import { drawPayloads, hostilePayloads } from '../behaviour/payload-rounds.ts'
import { createChance } from '../diagnostics/chance.ts'
import { randomSeed } from '../random-seed.ts'
import { theBrowser } from './desktop.ts'

let stage: OpenStage
beforeAll(async () => {
  stage = await openStage(await theBrowser())
})
afterAll(() => stage?.close())

const payloads = hostilePayloads()

describe('[S29][S31][S55][S56] hostile text in the browser', () => {
  it.skipIf(payloads.length === 0)('runs nothing, asks for nothing, opens nothing, breaks no policy, in any slot of any component', async () => {
    const opened = await stage.page()
    const started = performance.now()
    const { counts, failures } = await drawPayloads(opened, payloads, {
      from: createChance(randomSeed()).below(payloads.length),
      times: 1,
      isOver: () => performance.now() - started > 30_000,
    })
    console.info(`${counts.placed} payloads of ${payloads.length} in ${counts.pages} pages, ${counts.pressed} presses.`)
    expect(failures).toEqual([])
    expect(counts.placed).toBeGreaterThan(1_000)
    expect(counts.pressed).toBeGreaterThan(50)
  })

  it('and would have been seen to', async () => {
    const { page, traps } = await stage.page()
    await page.evaluate(async () => {
      await window.stage.show({ view: { type: 'Text', text: 'x' } })
      const image = new Image()
      image.src = 'https://evil.example/pixel.gif'
      const button = document.createElement('button')
      try {
        button.setAttribute('onclick', 'alert(1)')
      } catch {
        // Refused, as it should be, and told.
      }
      document.querySelector('.cy-app')?.append(image, button)
      document.querySelector('.cy-app')?.append(Object.assign(document.createElement('iframe'), { src: 'javascript:alert(1)' }))
    })
    expect(await page.evaluate(() => window.stage.findings())).toEqual(expect.arrayContaining([expect.stringContaining('<img src='), '<iframe>']))
    const caught = traps.take().join('\n')
    expect(caught).toMatch(/policy: img-src/)
    expect(caught).toMatch(/policy: require-trusted-types-for/)
  })
})

describe('[S17] no field for a secret', () => {
  const SECRETS: readonly (readonly [what: string, node: Record<string, string>])[] = [
    ['its kind', { kind: 'password' }],
    ['its kind, computed', { kind: "${'pass' + 'word'}" }],
    ['its type', { type_: 'password', inputType: 'password' }],
    ['autocomplete', { autocomplete: 'cc-number', autoComplete: 'current-password', name: 'cardnumber', id: 'password' }],
    ['its label', { label: 'Card number' }],
    ['another label', { label: 'Your seed phrase (12 words)' }],
    ['its placeholder', { placeholder: '•••• •••• •••• ••••', label: 'CVC' }],
  ]

  let plain: ReturnType<OpenStage['page']> | null = null

  it.each(SECRETS)('asked for by %s: what is drawn is a plain field that no browser fills in', async (_, given) => {
    plain ??= stage.page()
    const { page, traps } = await plain
    const found = await page.evaluate(async properties => {
      await window.stage.show({
        state: { kept: '' },
        view: {
          type: 'Stack',
          children: ['TextField', 'TextArea', 'ComboBox', 'TagField', 'NumberField'].map(type => ({
            type,
            label: 'Password',
            bind: 'kept',
            options: [],
            ...properties,
          })),
        },
      })
      return [...document.querySelectorAll<HTMLInputElement>('.cy-app :is(input, textarea)')]
        .filter(field => field.type !== 'hidden')
        .map(({ localName, type, name, autocomplete }) => ({ field: localName, type, name, autocomplete }))
    }, given)
    expect(found.length).toBeGreaterThanOrEqual(5)
    for (const { field, type, name, autocomplete } of found) {
      expect(['text', 'textarea', 'search', 'tel', 'email'], field).toContain(type)
      expect({ name, autocomplete }, field).toEqual({ name: '', autocomplete: 'off' })
    }
    expect(traps.take()).toEqual([])
  })
})

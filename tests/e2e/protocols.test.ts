import { describe, expect, it } from 'vitest'
import type { Protocol } from '../fake-providers/wire.ts'
import { openDesktop, reaches, shareDesktop } from './desktop.ts'
import { tally } from './documents.ts'

const WHO: readonly (readonly [Protocol, string])[] = [
  ['anthropic', 'claude-sonnet-5-5'],
  ['openai', 'fake-model'],
  ['ollama', 'fake-model'],
]

for (const [protocol, model] of WHO)
  describe(`${protocol}, its stream cut at random bytes`, () => {
    const get = shareDesktop({ provider: { protocol, reply: () => tally, seed: 7, piece: 9, bytes: 60 } })
    for (const time of [1, 2, 3])
      it(`builds an app, the ${time}. time`, async () => {
        const { ask, window, provider } = get()
        await ask(`something that counts, ${time}`)
        await reaches(window('Tally'), 'running')
        const request = provider!.requests.at(-1)
        expect(request?.body.model).toBe(model)
        expect(request?.messages.at(-1)).toMatchObject({ role: 'user', content: expect.stringContaining(`something that counts, ${time}`) })
        const app = window('Tally')
        await app.getByRole('button', { name: 'Count' }).click()
        await app.getByText('Counted 1').waitFor()
        await app.getByRole('textbox', { name: 'Thing' }).fill('A thing')
        await app.getByRole('button', { name: 'Add' }).click()
        await app.getByText('A thing').waitFor()
      })
  })

describe('a prompt becomes an app', () => {
  it('says who is asked, what was asked, and how far it is, while it streams', async () => {
    const { ask, window } = await openDesktop({ provider: { reply: () => tally, pace: 40, bytes: 300 } })
    await ask('something that counts')
    await reaches(window(), 'streaming')
    await window().getByText('Asking claude-sonnet-5-5').waitFor()
    await window().getByText('something that counts').first().waitFor()
    await reaches(window('Tally'), 'streaming')
    await window('Tally').getByRole('heading', { name: 'Tally' }).waitFor()
    expect(await window('Tally').getByText('Parts').count()).toBe(1)
    expect(await window('Tally').getByRole('button', { name: 'Stop' }).count()).toBe(1)
    await reaches(window('Tally'), 'running')
    expect(await window('Tally').getByRole('button', { name: 'Stop' }).count()).toBe(0)
  })

  it('takes the JSON out of a fence with words around it', async () => {
    const { ask, window } = await openDesktop({
      provider: { reply: () => `Here is your app:\n\n\`\`\`json\n${tally}\n\`\`\`\n\nIt counts what you tell it to.` },
    })
    await ask('something that counts')
    await reaches(window('Tally'), 'running')
  })

  it('turns to the fallback when the first provider does not answer', async () => {
    const { ask, window } = await openDesktop({
      provider: { reply: () => tally, faults: [0, 1, 2].map(() => ({ kind: 'status', status: 500 })) },
      gateway: { library: () => ({ kind: 'app', text: tally.replaceAll('Tally', 'From the shelf'), label: 'From the library, no model', source: 'tally' }) },
      env: { FALLBACK_PROVIDER: 'library' },
    })
    await ask('something that counts')
    await reaches(window('From the shelf'), 'running')
  })
})

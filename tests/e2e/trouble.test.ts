import { describe, expect, it } from 'vitest'
import type { AskedRequest, Fault } from '../fake-providers/fake-provider.ts'
import { type Desktop, openDesktop, reaches, shareDesktop } from './desktop.ts'
import { tally } from './documents.ts'

/** The window stands with words in it about what happened, and something to press. */
async function saysWhy({ window }: Desktop, words: RegExp): Promise<void> {
  await reaches(window(), 'stopped')
  const note = window().getByRole('complementary')
  await note.waitFor()
  expect(await note.innerText()).toMatch(words)
  expect(await note.getByRole('button').count()).toBeGreaterThan(0)
}

const persistent: readonly (readonly [string, Fault, RegExp])[] = [
  ['429', { kind: 'status', status: 429 }, /limit|busy|wait|too many/i],
  ['529', { kind: 'status', status: 529 }, /overloaded|busy/i],
  ['500', { kind: 'status', status: 500 }, /error|fault|trouble|500/i],
  ['401', { kind: 'status', status: 401 }, /key/i],
  ['a proxy’s page', { kind: 'page', status: 502 }, /502|answer/i],
  ['an error in the middle', { kind: 'error-event', after: 0.5 }, /\w{10}|again/i],
  ['a cut connection', { kind: 'reset', after: 0.5 }, /connection|broke|cut|ended/i],
  ['silence in the middle', { kind: 'stall', after: 0.5 }, /silent|time|answer/i],
  ['silence from the start', { kind: 'stall', after: 0 }, /silent|time|answer/i],
  ['garbage', { kind: 'garbage' }, /\w{4}/],
]
const passing: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'status', status: 429 }],
  ['529', { kind: 'status', status: 529 }],
  ['503', { kind: 'status', status: 503 }],
  ['a cut connection', { kind: 'reset', after: 0.6 }],
  ['an error in the middle', { kind: 'error-event', after: 0.4 }],
  ['a stream without an end', { kind: 'no-end', after: 0.7 }],
  ['a reply at its longest', { kind: 'length', after: 0.5 }],
  ['a doubled end', { kind: 'double-end' }],
]

/** The case that a request is part of, by the number in its prompt. */
const caseOf = ({ messages }: AskedRequest): number => Number(/case (\d+)/.exec(JSON.stringify(messages))?.[1] ?? -1)

describe('a fault of the provider that stays', () => {
  const get = shareDesktop({ provider: { reply: () => tally, fault: request => persistent[caseOf(request)]?.[1] ?? null }, speed: 400 })
  for (const [index, [name, fault, words]] of persistent.entries())
    it(`${name}: said in the window, what arrived stays`, async () => {
      const desktop = get()
      await desktop.ask(`case ${index}`)
      await saysWhy(desktop, words)
      if ('after' in fault && fault.after > 0) await desktop.window('Tally').getByRole('heading', { name: 'Tally' }).waitFor()
      // What was asked is not lost either.
      expect(await desktop.window().innerText()).toContain(`case ${index}`)
    })
})

describe('a fault of the provider that passes', () => {
  const met = new Set<number>()
  const once = (request: AskedRequest): Fault | null => {
    const number = caseOf(request)
    if (met.has(number)) return null
    met.add(number)
    return passing[number]?.[1] ?? null
  }
  const get = shareDesktop({ provider: { reply: () => tally, fault: once }, speed: 400 })
  for (const [index, [name]] of passing.entries())
    it(`${name}: the app comes all the same`, async () => {
      const { ask, window } = get()
      await ask(`case ${index}`)
      await reaches(window('Tally'), 'running')
      await window('Tally').getByRole('button', { name: 'Count' }).click()
      await window('Tally').getByText('Counted 1').waitFor()
    })
})

describe('nobody answers', () => {
  it('a provider that is not there', async () => {
    const desktop = await openDesktop({ env: { OLLAMA_HOST: 'http://127.0.0.1:9', PRIMARY_PROVIDER: 'ollama' }, speed: 400 })
    await desktop.ask('something that counts')
    await saysWhy(desktop, /Ollama does not answer/)
    await desktop.window().getByRole('button', { name: 'Set up a model' }).click()
    await desktop.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  })

  it('a gateway that went away', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tally } })
    // Until everything that is loaded in idle time is there.
    await desktop.page.waitForLoadState('networkidle')
    await desktop.closeGateway()
    desktop.traps.expect(/ERR_CONNECTION_REFUSED/)
    await desktop.ask('something that counts')
    await saysWhy(desktop, /npm start/)
  })

  it('a gateway that went away before the page had loaded all of itself', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tally } })
    desktop.traps.expect(/ERR_CONNECTION_REFUSED|ERR_FAILED/)
    await desktop.page.route('**/assets/AppView*', route => route.abort())
    await desktop.page.reload()
    await desktop.ask('something that counts')
    await desktop.window('Tally').getByRole('alert').getByText('could not be loaded').waitFor()
    await desktop.page.unroute('**/assets/AppView*')
    await desktop.page.reload()
    await reaches(desktop.window('Tally'), 'running')
    await desktop.window('Tally').getByRole('button', { name: 'Count' }).click()
  })

  it('a gateway that went away before anything that opens apps was there: said, and the words are kept', async () => {
    const { page, traps, ask } = await openDesktop()
    traps.expect(/ERR_FAILED/)
    await page.route(/assets\/(session-kit|WindowFrame|Panels)/, route => route.abort())
    await page.reload()
    await ask('a habit tracker')
    await page.getByText('could not be loaded').first().waitFor()
    expect(await page.getByRole('textbox', { name: 'Describe an app' }).inputValue()).toBe('a habit tracker')
  })
})

describe('what can be wrong with a reply', () => {
  it('the last brace missing: mended', async () => {
    const { ask, window } = await openDesktop({ provider: { reply: () => tally.slice(0, -1) } })
    await ask('something that counts')
    await reaches(window('Tally'), 'running')
  })

  it('a brace missing in the middle: mended', async () => {
    const at = tally.indexOf('},{"type":"Button"')
    const { ask, window, provider } = await openDesktop({ provider: { reply: () => tally.slice(0, at) + tally.slice(at + 1) } })
    await ask('something that counts')
    await reaches(window('Tally'), 'running')
    expect(provider?.requests).toHaveLength(1)
  })

  it('a piece that stands there twice: handed back twice, then said with its line', async () => {
    const at = tally.indexOf('},{"type":"Button"')
    const desktop = await openDesktop({ provider: { reply: () => tally.slice(0, at) + tally.slice(at - 40) } })
    await desktop.ask('something that counts')
    await saysWhy(desktop, /line 1/)
    expect(desktop.provider?.requests).toHaveLength(3)
  })

  it('an unknown component: handed back, and mended by the model', async () => {
    const { ask, window, provider } = await openDesktop({
      provider: { reply: (_, index) => (index === 0 ? tally.replace('"type":"Heading"', '"type":"Headline"') : tally) },
    })
    await ask('something that counts')
    await reaches(window('Tally'), 'running')
    expect(provider?.requests).toHaveLength(2)
    expect(JSON.stringify(provider?.requests[1]?.messages)).toContain('Headline')
  })

  it('an unknown component that stays: what is in order is drawn, nothing runs', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tally.replace('"type":"Heading"', '"type":"Hologram"') } })
    await desktop.ask('something that counts')
    await saysWhy(desktop, /Hologram/)
    expect(desktop.provider?.requests).toHaveLength(3)
    await desktop.window('Tally').getByRole('button', { name: 'Count' }).waitFor()
    await desktop.window('Tally').getByRole('button', { name: 'Try again' }).waitFor()
  })
})

const wrong: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ['an unknown property', text => text.replace('"text":"Tally"', '"text":"Tally","dangerouslySetInnerHTML":"x"'), /dangerouslySetInnerHTML/],
  ['an unknown tool', text => text.replace('"do":"inc"', '"do":"launch"'), /launch/],
  ['an unknown function', text => text.replace('${count}', '${counter(count)}'), /counter/],
  ['an unknown name', text => text.replace('${count}', '${cuont}'), /cuont/],
  ['a bind to nothing', text => text.replace('"bind":"draft"', '"bind":"nowhere"'), /nowhere/],
  ['a cycle', text => text.replace('"view":', '"derived":{"a":"${b + 1}","b":"${a + 1}"},"view":'), /a → b → a|b → a → b/],
  ['a repeat over no list', text => text.replace('"each":"${things}"', '"each":"${count}"'), /list/],
  ['a duplicate key', text => text.replace('"draft":""', '"draft":"","draft":"x"'), /draft/],
  ['prose', () => 'I am sorry, but I would rather talk about the weather today.', /JSON|document|app/i],
  ['a web page', () => '<!doctype html><html><body><h1>Welcome</h1></body></html>', /JSON|document|app/i],
  ['nothing', () => '', /JSON|document|app|empty|nothing/i],
]

describe('a reply that stays wrong', () => {
  const get = shareDesktop({ provider: { reply: request => wrong[caseOf(request)]![1](tally) } })
  for (const [index, [name, , words]] of wrong.entries())
    it(`${name}: said in plain words, nothing runs`, async () => {
      const desktop = get()
      await desktop.ask(`case ${index}`)
      await saysWhy(desktop, words)
      expect(await desktop.window().getByRole('heading', { name: 'Welcome' }).count()).toBe(0)
    })
})

describe('stopping, leaving, going on', () => {
  it('Stop keeps what is there, and Go on takes it up', async () => {
    const { ask, window, provider } = await openDesktop({ provider: { reply: () => tally, pace: 60, bytes: 500 } })
    await ask('something that counts')
    await window('Tally').getByRole('button', { name: 'Count' }).waitFor()
    await window('Tally').getByRole('button', { name: 'Stop' }).click()
    await reaches(window('Tally'), 'stopped')
    await window('Tally').getByRole('heading', { name: 'Stopped' }).waitFor()
    await window('Tally').getByRole('heading', { name: 'Tally' }).waitFor()
    await expect.poll(() => provider?.requests[0]?.closedAt, { message: 'the provider should be let go' }).not.toBe(null)
    await window('Tally').getByRole('button', { name: 'Go on' }).click()
    await reaches(window('Tally'), 'running')
    expect(provider?.requests[1]?.messages.at(-2)?.content).toContain('"Tally"')
    await window('Tally').getByRole('button', { name: 'Count' }).click()
    await window('Tally').getByText('Counted 1').waitFor()
  })

  it('a reload in the middle offers to go on', async () => {
    const { page, ask, window } = await openDesktop({ provider: { reply: () => tally, pace: 60, bytes: 500 } })
    await ask('something that counts')
    await window('Tally').getByRole('button', { name: 'Count' }).waitFor()
    await page.reload()
    await reaches(window('Tally'), 'stopped')
    await window('Tally').getByRole('heading', { name: 'This was left unfinished' }).waitFor()
    await window('Tally').getByRole('heading', { name: 'Tally' }).waitFor()
    await window('Tally').getByRole('button', { name: 'Go on' }).click()
    await reaches(window('Tally'), 'running')
    await page.reload()
    await reaches(window('Tally'), 'running')
    expect(await window().count()).toBe(1)
  })
})

describe('what can be wrong with a prompt', () => {
  it('empty: said at the prompt, nothing opens', async () => {
    const { page, window, ask } = await openDesktop()
    for (const text of ['', '   \n\t ']) {
      await ask(text)
      await page.getByRole('alert').getByText('Write what the app is for').waitFor()
    }
    expect(await window().count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Describe an app')
  })

  it('100 KB: said at the prompt, and the text is kept', async () => {
    const { page, window, ask } = await openDesktop()
    const text = 'a tracker for my plants and '.repeat(3800).slice(0, 102_400)
    await ask(text)
    await page.getByRole('alert').getByText('102,400').waitFor()
    expect(await window().count()).toBe(0)
    expect(await page.getByRole('textbox', { name: 'Describe an app' }).inputValue()).toBe(text)
  })
})

/** What stands in for the tools in a blueprint's own tests. */
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { expectPass, failureOf, verdictOf } from './own-test-runs.tsx'

const net = [{ use: 'net:https://api.example.com', why: 'Rates.' }]

/** An app that asks for the rate of a currency and shows the answer, or why there is none. */
const rates = {
  capabilities: net,
  state: { said: '', currency: 'eur' },
  view: {
    type: 'Stack',
    children: [
      {
        type: 'Button',
        label: 'Ask',
        onPress: [
          {
            do: 'http.get',
            url: 'https://api.example.com/rates',
            query: { of: '${currency}' },
            out: 'answer',
            catch: { do: 'set', path: 'said', value: 'failed: ${error.code} ${error.message}' },
          },
          { do: 'set', path: 'said', value: '${answer.status} ${answer.ok} ${answer.body.rate}', when: 'answer != null' },
        ],
      },
      { type: 'Button', label: 'Dollar', onPress: { do: 'set', path: 'currency', value: 'usd' } },
      'said ${said}',
    ],
  },
}
const ask = (...steps: { readonly [key: string]: Json }[]) => [{ press: 'Ask' }, ...steps]

describe('[B70] replies', () => {
  it('one for all calls', () =>
    expectPass(rates, { tools: { 'http.get': { reply: { rate: 2 } } }, steps: [...ask({ sees: '200 true 2' }), ...ask({ sees: '200 true 2' })] }))

  it('in their order, and the last again', () =>
    expectPass(rates, {
      tools: { 'http.get': [{ reply: { rate: 1 } }, { reply: { rate: 2 } }] },
      steps: [...ask({ sees: 'true 1' }), ...ask({ sees: 'true 2' }), ...ask({ sees: 'true 2' })],
    }))

  it('when: for the arguments that it is for, each in its own order', () =>
    expectPass(rates, {
      tools: {
        'http.get': [
          { when: "query.of == 'eur'", reply: { rate: 1 } },
          { when: "query.of == 'eur'", reply: { rate: 2 } },
          { when: "query.of == 'usd'", reply: { rate: 9 } },
        ],
      },
      steps: [...ask({ sees: 'true 1' }), { press: 'Dollar' }, ...ask({ sees: 'true 9' })],
    }))

  it('a whole answer of a server, with its own verdict', () =>
    expectPass(rates, { tools: { 'http.get': { reply: { status: 404, body: { rate: null } } } }, steps: ask({ sees: 'said 404 false' }) }))

  it('delay: after so long in the clock’s time', () =>
    expectPass(rates, {
      tools: { 'http.get': { reply: { rate: 3 }, delay: '2s' } },
      steps: ask({ wait: '1s' }, { notSees: 'true 3' }, { wait: '1s' }, { sees: 'true 3' }),
    }))

  it('error: with its code and message, or its message alone', async () => {
    await expectPass(rates, { tools: { 'http.get': { error: { code: 'offline', message: 'No line.' } } }, steps: ask({ sees: 'failed: offline No line.' }) })
    await expectPass(rates, { tools: { 'http.get': { error: 'No luck.' } }, steps: ask({ sees: 'failed: failed No luck.' }) })
    await expectPass(rates, { tools: { 'http.get': { error: 'Late.', delay: 500 } }, steps: ask({ wait: '500ms' }, { sees: 'Late.' }) })
  })

  it('data entries get them too', async () => {
    const data = { rates: { do: 'http.get', url: 'https://api.example.com/rates' } }
    await expectPass(
      { capabilities: net, data, view: 'rate ${rates.value.rate}' },
      { tools: { 'http.get': { reply: { rate: 5 } } }, steps: [{ sees: 'rate 5' }] },
    )
  })
})

describe('[B70] a call that the test has no reply for', () => {
  it('fails the test and says which, also where the app catches it', async () => {
    expect(await failureOf(rates, { steps: [{ press: 'Ask' }] })).toEqual({
      expected: 'only calls that the test has a reply for',
      seen: 'The app called http.get with {"url":"https://api.example.com/rates","query":{"of":"eur"}}, for which the test has no reply under "tools".',
    })
  })

  it('fails where none of the replies is for its arguments', async () => {
    const { seen } = await failureOf(rates, { tools: { 'http.get': { when: "query.of == 'usd'", reply: {} } }, steps: [{ press: 'Ask' }] })
    expect(seen).toBe('None of the replies to http.get is for this call of it: {"url":"https://api.example.com/rates","query":{"of":"eur"}}.')
  })

  it('fails with the first step where a data entry makes it at once', async () => {
    const data = { rates: { do: 'http.get', url: 'https://api.example.com/rates' } }
    const verdict = await verdictOf({ capabilities: net, data, view: 'x' }, { steps: [{ sees: 'x' }] })
    expect(verdict.failure).toMatchObject({ step: { number: 1 }, seen: expect.stringContaining('http.get') })
  })
})

describe('[B70] a step of the app that fails', () => {
  it('fails the test, with the reason', async () => {
    const view = { type: 'Button', label: 'Read', onPress: { do: 'json.parse', text: '{', out: 'x' } }
    const { expected, seen } = await failureOf({ view }, { steps: [{ press: 'Read' }] })
    expect(expected).toBe('every step of the app to succeed')
    expect(seen).toMatch(/^one failed with /)
  })
})

describe('[B70] what is played without being asked for', () => {
  it('storage, which outlives a reload and not the test', async () => {
    const sections = {
      capabilities: [{ use: 'storage', why: 'Keeps it.' }],
      state: { found: { type: 'any', init: null } },
      view: {
        type: 'Stack',
        children: [
          { type: 'Button', label: 'Keep', onPress: { do: 'storage.set', key: 'k', value: 7 } },
          {
            type: 'Button',
            label: 'Look',
            onPress: [
              { do: 'storage.get', key: 'k', out: 'v' },
              { do: 'set', path: 'found', value: '${v}' },
            ],
          },
          'found ${found}',
        ],
      },
    }
    await expectPass(sections, { steps: [{ press: 'Keep' }, { reload: true }, { press: 'Look' }, { sees: 'found 7' }] })
    await expectPass(sections, { steps: [{ press: 'Look' }, { notSees: 'found 7' }] })
  })

  it('notifications, sounds, copies and celebration', async () => {
    const capabilities = [
      { use: 'notify', why: 'Tells.' },
      { use: 'clipboard.write', why: 'Copies.' },
    ]
    const steps = [
      { do: 'notify', title: 'Done' },
      { do: 'sound.play', name: 'bell' },
      { do: 'celebrate' },
      { do: 'clipboard.copy', text: 'x' },
      { do: 'set', path: 'n', value: 1 },
    ]
    const view = { type: 'Stack', children: [{ type: 'Button', label: 'All', onPress: steps }, 'n ${n}'] }
    await expectPass({ capabilities, state: { n: 0 }, view }, { steps: [{ press: 'All' }, { sees: 'n 1' }] })
  })
})

import { expect, it } from 'vitest'
import { createObserver } from '../../engine/observe/observer.ts'
import type { GenerateEvent } from '../../schema/protocol/generate.ts'
import type { Generate } from './generate.ts'
import { observeGenerate } from './page-observer.ts'

async function told(events: readonly GenerateEvent[], { stopAfter = Number.POSITIVE_INFINITY } = {}) {
  let time = 0
  const abort = new AbortController()
  const observer = createObserver({ now: () => time })
  const generate: Generate = async function* () {
    for (const event of events) {
      time += 100
      yield event
    }
  }
  let seen = 0
  for await (const _ of observeGenerate(generate, observer, () => time)({ prompt: 'x' }, abort.signal)) {
    if (++seen < stopAfter) continue
    abort.abort()
    break
  }
  return observer.find().map(({ kind, what, code, ms, size }) => [kind, what, code, ms, size])
}

const start: GenerateEvent = { type: 'start', request: 'r', provider: 'anthropic', model: 'm', label: 'm' }
const text: GenerateEvent = { type: 'text', text: '0123456789' }

it('notes a reply when it has ended, by its provider', async () => {
  expect(await told([start, text, text, { type: 'done', complete: true, issues: [] }])).toEqual([['provider', 'anthropic', null, 400, 20]])
})

it('notes each try by itself, and why it came to nothing', async () => {
  const fallback: GenerateEvent = { type: 'restart', why: 'fallback', attempt: 1, issues: [], label: 'x', provider: 'library', model: null }
  const failed: GenerateEvent = { type: 'error', failure: { code: 'cut-off', message: '' }, retry: true }
  expect(await told([start, text, fallback, text, failed])).toEqual([
    ['provider', 'anthropic', 'fallback', 300, 10],
    ['provider', 'library', 'cut-off', 200, 10],
  ])
})

it('notes a reply that a person stopped', async () => {
  expect(await told([start, text, text], { stopAfter: 2 })).toEqual([['provider', 'anthropic', 'stopped', 200, 10]])
})

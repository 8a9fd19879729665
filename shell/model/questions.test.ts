import { describe, expect, it, vi } from 'vitest'
import { PageFailure } from '../services/page-failure.ts'
import { createQuestions } from './questions.ts'

const app = { instance: 'i', hash: 'h' }

function fake({ present = true, hang = false } = {}) {
  const status = { provider: 'OpenAI', model: 'm', stopped: false, spent: { all: 3, apps: { i: 3 } }, limits: { app: 10, all: 20 } }
  return {
    calls: [] as unknown[],
    async probe() {
      return present
    },
    async json(method: string, path: string, body?: unknown) {
      this.calls.push([method, path, body])
      return { ...status, stopped: (body as { stopped?: boolean } | undefined)?.stopped ?? false }
    },
    async call(of: unknown, path: string, body: object, signal?: AbortSignal): Promise<Response> {
      this.calls.push([of, path, body])
      if (hang)
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new PageFailure('stopped', 'It was stopped.')), { once: true }))
      return Response.json({ value: 'said' })
    },
  }
}

describe('a question', () => {
  it('goes to the gateway under the app’s own token, and is seen while it waits', async () => {
    const gateway = fake()
    const questions = createQuestions(gateway)
    const answer = questions.ask(app, { prompt: 'x' }, new AbortController().signal)
    await Promise.resolve()
    expect([...questions.asking.value]).toEqual(['i'])
    expect(await answer).toBe('said')
    expect([...questions.asking.value]).toEqual([])
    expect(gateway.calls[0]).toEqual([{ ...app, tool: 'llm.ask' }, 'api/llm', { prompt: 'x' }])
    await vi.waitFor(() => expect(questions.status.value?.spent.all).toBe(3))
  })

  it('[S40] is ended by a person, and only those of that app', async () => {
    const questions = createQuestions(fake({ hang: true }))
    const never = new AbortController().signal
    const [first, other] = [questions.ask(app, {}, never), questions.ask({ instance: 'other', hash: 'h' }, {}, never)]
    other.catch(() => undefined)
    await Promise.resolve()
    questions.stop('i')
    await expect(first).rejects.toMatchObject({ code: 'stopped-by-person' })
    expect([...questions.asking.value]).toEqual(['other'])
  })

  it('says that there is nobody to ask where the page has no gateway', async () => {
    await expect(createQuestions(fake({ present: false })).ask(app, {}, new AbortController().signal)).rejects.toMatchObject({ code: 'no-gateway' })
  })
})

it('[S40] all questions are stopped, and let be asked again', async () => {
  const questions = createQuestions(fake())
  await questions.setStopped(true)
  expect(questions.status.value?.stopped).toBe(true)
  await questions.setStopped(false)
  expect(questions.status.value?.stopped).toBe(false)
})

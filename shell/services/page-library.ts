import type { GenerateEvent, GenerateRequest } from '../../schema/protocol/generate.ts'
import type { Generate } from './generate.ts'

const chunkLength = 96
/** About how long the whole takes, so that a person sees it being drawn; milliseconds. */
const wholeMs = 1500

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Answers from the shipped apps, and changes apps by rules, in the page: for a static site, which has no gateway to ask. */
export const generateFromLibrary: Generate = async function* (request, signal): AsyncGenerator<GenerateEvent> {
  if (request.pictures?.length) {
    yield { type: 'start', request: 'page', provider: 'library', model: null, label: 'From the library, no model' }
    const message = 'The library cannot see pictures. Take the picture away and describe it, or set up a model that can see.'
    yield { type: 'error', failure: { code: 'cannot-see', message }, retry: false }
    return
  }
  const answer = await answerTo(request)
  const label = answer.kind === 'app' ? answer.label : 'From the library, no model'
  yield { type: 'start', request: 'page', provider: 'library', model: null, label }
  if (answer.kind === 'cannot') {
    yield { type: 'cannot', why: answer.why, examples: answer.examples }
    return
  }
  if (answer.kind === 'nothing-near') {
    yield { type: 'nothing-near', nearest: answer.nearest }
    return
  }
  // Text that is there already is not sent again: a resumed reply goes on where it stopped.
  const { resume = '' } = request
  const text = answer.text.startsWith(resume) ? answer.text.slice(resume.length) : answer.text
  if (text === answer.text && resume !== '') yield { type: 'restart', why: 'retry', attempt: 1, issues: [], label }
  const wait = wholeMs / Math.max(1, Math.ceil(text.length / chunkLength))
  for (let i = 0; i < text.length && !signal.aborted; i += chunkLength) {
    yield { type: 'text', text: text.slice(i, i + chunkLength) }
    await pause(wait, signal)
  }
  if (!signal.aborted) yield { type: 'done', complete: true, issues: [] }
}

async function answerTo({ prompt, change }: GenerateRequest) {
  if (!change) return (await import('../../blueprints/library/index.ts')).answerFromLibrary(prompt)
  const { changeFromLibrary } = await import('../../blueprints/library/change/index.ts')
  const answer = changeFromLibrary(change.document, change.hash, prompt)
  return answer.kind === 'cannot' ? answer : { kind: 'app' as const, text: JSON.stringify(answer.edit), label: answer.label }
}

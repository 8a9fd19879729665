/** The tools that act on the app's own window (no capability), and `undo`, `redo`, `refresh`. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Labels } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { ToolFailure } from '../ports.ts'
import { wordsForDesktop as shown } from './desktop-words.ts'
import type { Handler } from './handler.ts'

/** `labels` say where the arguments came from. */
export type WindowTool = (runtime: Runtime, args: JsonObject, handler: Handler, labels: Labels) => Json | Promise<Json>

const text = (value: Json | undefined) => (value === undefined || value === null ? '' : String(value))

const go: WindowTool = (runtime, args, _handler, labels) => {
  if (!runtime.goTo(text(args.page), (args.params as JsonObject | undefined) ?? {}, labels))
    throw new ToolFailure('no-page', `There is no page “${text(args.page)}”.`)
  return null
}

const back: WindowTool = runtime => {
  runtime.goBack()
  return null
}

const setOpen =
  (open: boolean): WindowTool =>
  (runtime, args) => {
    const next = new Map(runtime.opened.peek())
    if (args.id === undefined) for (const id of next.keys()) next.set(id, open)
    else next.set(text(args.id), open)
    runtime.opened.value = next
    return null
  }

const reveal =
  (focus: boolean): WindowTool =>
  (runtime, args) => {
    runtime.reveal.value = { id: text(args.id), focus, turn: (runtime.reveal.peek()?.turn ?? 0) + 1 }
    return null
  }

const toast: WindowTool = (runtime, args, handler) => {
  const written = [...handler.changes]
  const undo = args.undo === true && written.length > 0 ? () => runtime.takeBack(written) : undefined
  runtime.say({ text: shown(args.text), tone: text(args.tone) || 'neutral', ...(undo ? { undo } : {}) })
  return null
}

const confirm: WindowTool = (runtime, args) =>
  runtime.ask({
    text: shown(args.text),
    ...(args.title === undefined ? {} : { title: shown(args.title) }),
    ...(args.yes === undefined ? {} : { yes: shown(args.yes, 'answer') }),
    ...(args.no === undefined ? {} : { no: shown(args.no, 'answer') }),
    ...(args.tone === undefined ? {} : { tone: text(args.tone) }),
  })

const undo: WindowTool = runtime => runtime.undo()
const redo: WindowTool = runtime => runtime.redo()

const refresh: WindowTool = (runtime, args) => {
  if (!runtime.refreshData(text(args.data))) throw new ToolFailure('no-data', `There is no data “${text(args.data)}”.`)
  return null
}

const title: WindowTool = (runtime, args) => {
  runtime.setTitle(shown(args.text) || null)
  return null
}
const badge: WindowTool = (runtime, args) => {
  runtime.setBadge(shown(args.text) || null)
  return null
}
const close: WindowTool = runtime => {
  runtime.requestClose()
  return null
}

export const windowTools: ReadonlyMap<string, WindowTool> = new Map<string, WindowTool>([
  ['go', go],
  ['back', back],
  ['open', setOpen(true)],
  ['close', setOpen(false)],
  ['focus', reveal(true)],
  ['scrollTo', reveal(false)],
  ['toast', toast],
  ['confirm', confirm],
  ['undo', undo],
  ['redo', redo],
  ['refresh', refresh],
  ['window.title', title],
  ['window.badge', badge],
  ['window.close', close],
])

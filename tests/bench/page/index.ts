/**
 * What is measured, in the page. Loops are driven by callbacks, for the browser counts no script time for what runs
 * after an `await`.
 */
import { dashboard, deepApp, flatApp, partsApp, repeatedRows } from '../documents.ts'
import { boundTexts, cyanotype, load, repeat as repeatOver, run } from './cyanotype.tsx'
import type { Engine, Leaves, Mountable } from './engine.ts'
import { leafStores, lines, mappedRows, whole } from './references.tsx'
import { drawn } from './views.tsx'

const engines: Readonly<Record<string, Engine>> = {
  nothing: { text: cyanotype.text, start: () => ({ push() {}, flush() {}, end() {} }) },
  whole,
  lines,
  cyanotype,
}
const leaves: Readonly<Record<string, (place: Element, count: number) => Leaves>> = { stores: leafStores, cyanotype: boundTexts }
const repeats: Readonly<Record<string, (count: number) => Mountable>> = { mapped: mappedRows, cyanotype: repeatOver }
const shapes = { flat: flatApp, deep: deepApp }

/** Set by whoever drives the page: tells the time that the main thread has worked. */
declare global {
  interface Window {
    mark(what: 'start' | 'end'): Promise<void>
    gc(): void
    bench: typeof bench
  }
}

const place = (): Element => document.body.appendChild(document.createElement('main'))
const frame = () => new Promise<void>(resolve => requestAnimationFrame(() => resolve()))
const turn = () => new Promise<void>(resolve => setTimeout(resolve))

export interface StreamRun {
  readonly engine: string
  /** `parts` is a blueprint, for Cyanotype only. */
  readonly shape: keyof typeof shapes | 'parts'
  readonly components: number
  /** A flush for each piece of 16 characters; or one a frame, of 64 pieces; or of one, as slowly as a model writes, until something is drawn. */
  readonly mode: 'piece' | 'frame' | 'slow'
}

export interface StreamResult {
  readonly characters: number
  /** Counted from the first component's `{`. */
  readonly firstCharacters: number
  readonly drawn: number
  /** The DOM that came of it, to be compared. */
  readonly html: string
}

const PIECE = 16

async function stream({ engine, shape, components, mode }: StreamRun): Promise<StreamResult> {
  const measured = engines[engine] as Engine
  const text = shape === 'parts' ? partsApp(components) : measured.text(shapes[shape](components))
  const root = place()
  const feed = measured.start(root)
  const start = text.indexOf('"view":') < 0 ? 0 : text.indexOf('"view":') + 7
  let at = 0
  let first = 0
  drawn.count = 0
  await frame()
  await window.mark('start')
  await new Promise<void>((resolve, reject) => {
    const channel = new MessageChannel()
    const next = () => (mode === 'piece' ? channel.port2.postMessage(null) : requestAnimationFrame(step))
    const pieces = () => (mode === 'frame' ? 64 : mode === 'slow' && first > 0 ? Number.POSITIVE_INFINITY : 1)
    const step = () => {
      try {
        for (let piece = pieces(); piece > 0 && at < text.length; piece--) {
          feed.push(text.slice(at, at + PIECE))
          at += PIECE
        }
        feed.flush()
        if (first === 0 && root.querySelector('h3, p, button, input, .line')) first = at - start
        if (at < text.length) next()
        else {
          feed.end()
          resolve()
        }
      } catch (error) {
        reject(error)
      }
    }
    channel.port1.onmessage = step
    next()
  })
  await frame()
  await turn()
  await window.mark('end')
  return {
    characters: text.length,
    firstCharacters: first,
    drawn: drawn.count,
    html: root.querySelector('.column')?.outerHTML.replaceAll(' value=""', '') ?? '',
  }
}

export interface Times {
  /** Milliseconds, one of each round, in order of size. */
  readonly times: readonly number[]
  /** How often a view was drawn, a round. */
  readonly drawn: number
}

const WARM = 10

/** Times `round` again and again, each in a turn of its own; what is done `between` is not timed. */
async function repeat(rounds: number, round: (index: number) => void, between = () => {}): Promise<Times> {
  const times: number[] = []
  for (let index = 0; index < rounds + WARM; index++) {
    if (index === WARM) drawn.count = 0
    await turn()
    const before = performance.now()
    round(index)
    if (index >= WARM) times.push(performance.now() - before)
    between()
  }
  return { times: times.sort((a, b) => a - b), drawn: drawn.count / rounds }
}

/** One of `count` bound leaves changes, from the call to the committed DOM. */
async function change({ engine, count }: { readonly engine: string; readonly count: number }): Promise<Times> {
  const root = place()
  const measured = leaves[engine]?.(root, count)
  const texts = root.querySelectorAll('p')
  if (!measured || texts.length !== count) throw new Error(`${engine} shows ${texts.length} leaves.`)
  return repeat(60, index => {
    const at = (index * 7919) % count
    measured.change(at, `u${index}`)
    if (texts[at]?.textContent !== `u${index}`) throw new Error(`${engine} did not show the change.`)
  })
}

/** A keystroke in the middle one of the fields of a form of a thousand components. */
async function type({ engine }: { readonly engine: string }): Promise<Times> {
  const measured = engines[engine] as Engine
  const root = place()
  const feed = measured.start(root)
  feed.push(measured.text(flatApp(1000)))
  feed.end()
  await frame()
  const fields = root.querySelectorAll('input')
  const field = fields[fields.length >> 1] as HTMLInputElement
  field.focus()
  // React keeps the value that it last saw at the element; the setter of the prototype goes round that, as a key does.
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set as (value: string) => void
  let value = ''
  const typed = await repeat(60, index => {
    value += String.fromCharCode(97 + (index % 26))
    setValue.call(field, value)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    if (field.value !== value) throw new Error(`${engine} lost what was typed.`)
  })
  return typed
}

/** A record is appended to, or changed in, a list of `count` that is drawn with three formulas a row. */
async function rows({ count, what }: { readonly count: number; readonly what: 'append' | 'change' }): Promise<Times> {
  const root = place()
  const { app } = run(root, load(repeatedRows(count)))
  return repeat(20, index => {
    if (what === 'append') app.run({ do: 'add', to: 'rows', item: { id: `n${index}`, name: 'new', amount: 1, done: false } }, app.names, {})
    else app.write(['rows', (index * 7919) % count, 'amount'], 1000 + index)
  })
}

/** A list of `count` records with three formulas a row is drawn for the first time; its document was checked before. */
async function mount({ engine, count }: { readonly engine: string; readonly count: number }): Promise<Times & { readonly html: string }> {
  const measured = repeats[engine]?.(count)
  const root = place()
  let html = ''
  let unmount = () => {}
  const times = await repeat(
    5,
    () => {
      unmount = measured?.mount(root) ?? unmount
    },
    () => {
      html = root.querySelector('.column')?.outerHTML ?? ''
      unmount()
      // A list that was drawn before is no cost of the next.
      window.gc()
    },
  )
  return { ...times, html }
}

/** One amount of a dashboard of 30 derived values over `count` records changes; or what none of them reads. */
async function derived({ count, what }: { readonly count: number; readonly what: 'record' | 'note' }): Promise<Times> {
  const { app } = run(place(), load(dashboard(count)))
  return repeat(20, index => {
    if (what === 'record') app.write(['orders', (index * 7919) % count, 'amount'], (index * 31) % 1000)
    else app.write(['note'], `note ${index}`)
  })
}

const bench = { stream, change, type, mount, rows, derived }
window.bench = bench

/**
 * What observing costs: the same events in the same app, noted and not noted, in turns, and what its notes take by themselves. It is the engine
 * alone, without a page to draw.
 */
import { createApp } from '../../engine/app/create-app.ts'
import type { Runtime } from '../../engine/app/runtime.ts'
import { createObserver } from '../../engine/observe/observer.ts'
import type { AppObserver } from '../../engine/ports.ts'
import { createSeededChance, TEST_START } from '../../engine/react/test-run/stub-ports.ts'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import { loadBlueprint } from '../../schema/index.ts'

const document = {
  blueprint: 1,
  app: { name: 'Todos' },
  state: {
    todos: { type: [{ id: 'text', title: 'text', done: 'bool' }], init: [], history: true },
    count: 0,
  },
  derived: { open: 'todos.filter(t => !t.done)', left: 'open.length' },
  effects: { counted: { watch: 'left', do: { do: 'set', path: 'count', value: '${left}' } } },
  view: { type: 'Text', text: '${left} of ${count}' },
}
const ROWS = 100
const EVENTS = 4000
const ROUNDS = 15
const steps = [
  { do: 'toggle', path: 'todos[count % 100].done' },
  { do: 'set', path: 'todos[(count * 7) % 100].title', value: 'Water ${count}' },
  { do: 'inc', path: 'count' },
]

const notes = createObserver({ now: () => performance.now() })

function makeApp(observed: boolean): Runtime {
  const loaded = loadBlueprint(JSON.stringify(document))
  if (!loaded.document) throw new Error(JSON.stringify(loaded.issues))
  const app = createApp({
    document: loaded.document,
    ports: {
      clock: createVirtualClock(TEST_START),
      chance: createSeededChance(),
      locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
      attachments: { url: () => null, load: async () => {}, put: async () => ({ ref: 'file:1', name: '', type: '', size: 0 }) },
      tools: { call: () => null },
      reportFailure: failure => {
        throw new Error(failure.message)
      },
      ...(observed && { observe: notes.forApp('bench') }),
    },
  }) as Runtime
  app.start()
  app.change(draft =>
    draft.set(
      ['todos'],
      Array.from({ length: ROWS }, (_, id) => ({ id: String(id), title: `Todo ${id}`, done: id % 2 === 0 })),
    ),
  )
  return app
}

/** CPU milliseconds. */
async function round(app: Runtime): Promise<number> {
  const began = process.cpuUsage()
  for (let event = 0; event < EVENTS; event++) {
    app.run(steps, app.names, { gesture: true, from: 'Button onPress' })
    if (event % 50 === 0) await Promise.resolve()
  }
  await Promise.resolve()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const [plain, observed] = [makeApp(false), makeApp(true)]
await round(plain)
await round(observed)
const times: { plain: number; observed: number }[] = []
for (let turn = 0; turn < ROUNDS; turn++) {
  // In turns, and first one then the other first: a busy machine slows both.
  const first = turn % 2 === 0
  const a = await round(first ? plain : observed)
  const b = await round(first ? observed : plain)
  times.push(first ? { plain: a, observed: b } : { plain: b, observed: a })
}
const least = Math.min(...times.map(time => time.plain))
const most = Math.min(...times.map(time => time.observed))

const before = notes.seq
await round(observed)
const each = (notes.seq - before) / EVENTS
const mix = notes.find({ limit: 20_000 }).map(record => ({ ...record, patches: (record.paths ?? []).map(path => ({ path })) }))
const nothing = (): void => {}
const deaf: AppObserver = {
  now: () => 0,
  event: nothing,
  end: nothing,
  step: nothing,
  commit: nothing,
  call: nothing,
  grant: nothing,
  failure: nothing,
  draw: nothing,
  drawn: null,
}

/** Nanoseconds of CPU for each of the notes, in the order in which the apps made them. */
function noteAgain(app: AppObserver): number {
  const turns = 20
  const began = process.cpuUsage()
  for (let turn = 0; turn < turns; turn++)
    for (const { kind, cause, what, patches } of mix) {
      if (kind === 'step') app.step(cause, what)
      else if (kind === 'event') {
        app.now()
        app.event(cause, what)
      } else if (kind === 'commit') app.commit(cause, patches)
      else app.end(cause, app.now() - 1, null)
    }
  const { user, system } = process.cpuUsage(began)
  return ((user + system) * 1000) / (turns * mix.length)
}

const again = createObserver({ now: () => performance.now() }).forApp('bench')
const [noted, unheard]: [number[], number[]] = [[], []]
for (let turn = 0; turn < ROUNDS; turn++) {
  noted.push(noteAgain(again))
  unheard.push(noteAgain(deaf))
}
// Without what going through the list of them takes.
const note = Math.min(...noted) - Math.min(...unheard)

console.log(
  `one event with 3 steps and an effect: ${((least / EVENTS) * 1000).toFixed(1)} µs of CPU without notes, ${((most / EVENTS) * 1000).toFixed(1)} µs with (the least of ${ROUNDS} rounds)`,
)
console.log(
  `its ${each.toFixed(1)} notes at ${note.toFixed(0)} ns: ${((each * note) / 1000).toFixed(2)} µs, ${((each * note) / (most / EVENTS) / 10_000).toFixed(1)} % of the engine's CPU time, where nothing is drawn`,
)
console.log(`of an event that draws and so takes a millisecond: ${((each * note) / 10_000).toFixed(2)} % (the bar is 2 %)`)

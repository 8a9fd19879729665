import type { Runtime } from '../../engine/app/runtime.ts'
import type { StatePatch } from '../../engine/contracts.ts'
import type { Observer } from '../../engine/observe/observer.ts'
import type { JsonObject } from '../../schema/json/json.ts'

/** The state after one commit. States share what is the same in them, so that keeping many costs little. */
export interface Moment {
  /** The number of the commit's record; 0 for the state that was there when the inspector was opened. */
  readonly seq: number
  readonly patches: readonly StatePatch[]
  readonly state: JsonObject
}

/** The states of an app since it began to be looked at: the first, and the last 500 of the others. */
export interface Timeline {
  readonly moments: readonly Moment[]
  at(seq: number): Moment | undefined
  /**
   * Makes the state what it was at that moment: one more transaction, which can be undone where the entries can, and
   * after which every later moment can still be gone to. False where the app does not run or refuses it.
   */
  travel(seq: number): boolean
  dispose(): void
}

const MOST_MOMENTS = 500

export function createTimeline(app: Runtime, observer: Pick<Observer, 'seq'>): Timeline {
  const moments: Moment[] = [{ seq: 0, patches: [], state: app.state() }]
  const stop = app.onCommit(({ patches }) => {
    moments.push({ seq: observer.seq, patches, state: app.state() })
    // The first one stays, however much has happened since.
    if (moments.length > MOST_MOMENTS + 1) moments.splice(1, 1)
  })
  const at = (seq: number) => moments.find(moment => moment.seq === seq)
  return {
    moments,
    at,
    travel(seq) {
      const then = at(seq)?.state
      if (!then) return false
      const now = app.state()
      return app.change(draft => {
        for (const name of Object.keys(now)) if (!Object.hasOwn(then, name)) draft.remove([name])
        for (const name of Object.keys(then)) if (now[name] !== then[name]) draft.set([name], then[name] ?? null)
      }, {})
    },
    dispose: stop,
  }
}

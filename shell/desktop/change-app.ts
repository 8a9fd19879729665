import { effect } from '@preact/signals-core'
import type { JsonObject } from '../../schema/json/json.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import type { Session } from '../session/session.ts'
import { appNameForPeople } from './app-name.ts'
import type { Desk } from './desk.ts'

/** Opens an app, applies an edit to it, and says what became of it, with a way back. */
export async function changeApp(desk: Desk, instance: string, edit: JsonObject): Promise<void> {
  try {
    desk.openApp(instance)
    const session = await runningSession(desk, instance)
    const outcome = await session.versions.applyEdit(edit)
    if (outcome.kind === 'refused') {
      const [first] = outcome.issues
      throw new PageFailure('refused', first?.message ?? 'This edit does not hold.')
    }
    const from = appNameForPeople(session.installed.peek()?.name ?? null)
    if (outcome.kind === 'declined') return desk.say({ from, text: 'stays as it was: what the change needs was not allowed.', tone: 'info', undo: null })
    const aside = outcome.setAside.length === 0 ? 'What you entered is kept.' : `${listed(outcome.setAside)} set aside: see Details, Set aside.`
    desk.say({ from, text: `was changed. ${aside}`, tone: 'good', undo: () => void undoChange(desk, instance) })
  } catch (cause) {
    desk.showPanel({ kind: 'failure', title: 'The app was not changed', failure: toFailure(cause) })
  }
}

/** Takes back the last change of an open app, its state included. */
export async function undoChange(desk: Desk, instance: string): Promise<void> {
  const session = desk.sessions.peek().get(instance)
  if (!session) return
  const from = appNameForPeople(session.installed.peek()?.name ?? null)
  try {
    if (await session.versions.undoChange()) desk.say({ from, text: 'is as it was before the change.', tone: 'info', undo: null })
  } catch (cause) {
    desk.say({ from, text: toFailure(cause).message, tone: 'bad', undo: null })
  }
}

const listed = (names: readonly string[]): string => `${names.map(name => `“${name}”`).join(', ')} ${names.length === 1 ? 'was' : 'were'}`

/** Resolves once the app runs in this tab; rejects where it waits for an answer, runs elsewhere or cannot run. */
function runningSession(desk: Desk, instance: string): Promise<Session> {
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(new PageFailure('not-running', message))
    const stop = effect(() => {
      const session = desk.sessions.value.get(instance)
      if (!session) return
      const { phase, readOnly, ending } = session.state.value
      if (phase === 'running' && readOnly) refuse('It runs in another tab. Take it over there, or change it in that tab.')
      else if (phase === 'running' && session.app.value?.phase.value === 'running') resolve(session)
      else if (phase === 'review') refuse('It waits for your answer. Allow it, or run it without, and then open the edit again.')
      else if (phase === 'stopped' && ending !== null) refuse('It does not run at the moment. Restart it, and then open the edit again.')
      else return
      queueMicrotask(() => stop())
    })
  })
}

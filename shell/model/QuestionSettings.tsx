import { type ReactNode, useState } from 'react'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { Switch } from '../desktop/Switch.tsx'
import { toFailure } from '../services/page-failure.ts'
import { questionsOf } from './questions.ts'
import { modelWords, useModel } from './use-model.ts'
import './model.css'

const count = (tokens: number) => `${tokens.toLocaleString('en')} tokens`

/** What apps ask of a model: whom, what they spent today, and the switch that ends all of it. */
export function QuestionSettings(): ReactNode {
  const desk = useDesk()
  const questions = questionsOf(desk.services.gateway)
  const status = useModel()
  const [problem, setProblem] = useState<string | null>(null)
  if (!status) return null
  const { spent, limits, stopped } = status
  const apps = Object.entries(spent.apps).sort(([, a], [, b]) => b - a)
  const nameOf = (instance: string) => appNameForPeople(desk.apps.peek().find(app => app.instance === instance)?.name ?? null)
  return (
    <section className="model-questions">
      <h3>Questions of your apps</h3>
      <p className="ui-note">
        {modelWords(status) === null
          ? 'Apps that ask a model wait until one is set up.'
          : `Apps that you allow it ask ${modelWords(status)}, which then reads what they hand over.`}
      </p>
      <Switch
        on={!stopped}
        onChange={on => {
          questions.setStopped(!on).then(
            () => setProblem(null),
            cause => setProblem(toFailure(cause).message),
          )
        }}
      >
        <span className="capability">
          <strong>{stopped ? 'All questions are stopped' : 'Let apps ask'}</strong>
          <span>Switching this off ends the questions that are under way, of all apps.</span>
        </span>
      </Switch>
      {problem ? (
        <p className="ui-note" role="alert">
          {problem}
        </p>
      ) : null}
      <p>
        Today: {spent.all.toLocaleString('en')} of {count(limits.all)}. One app may use {count(limits.app)} a day.
      </p>
      {apps.length > 0 ? (
        <ul className="model-spent">
          {apps.map(([instance, tokens]) => (
            <li key={instance}>
              <span>{nameOf(instance)}</span>
              <span>{count(tokens)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

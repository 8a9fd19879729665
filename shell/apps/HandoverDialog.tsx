import { type ReactNode, useId, useState } from 'react'
import { describeCapability } from '../../schema/capability-words.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { Json } from '../../schema/json/json.ts'
import { AskFoot } from '../approval/AskFoot.tsx'
import { useSeenFor } from '../approval/use-seen-for.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import type { HandoverQuestion, Receiver } from './handover.ts'
import './HandoverDialog.css'

export interface HandoverDialogProps {
  readonly question: HandoverQuestion
  readonly onAnswer: (picked: string | false) => void
}

/** What is sent, as it is shown, in characters. */
const longestShown = 2000

/** Names who sends, who may receive and what each of those can do with it (S59). The person's pick is the grant. */
export function HandoverDialog({ question, onAnswer }: HandoverDialogProps): ReactNode {
  const desk = useDesk()
  const { from, what, receivers } = question
  const seen = useSeenFor(700)
  const id = useId()
  const [picked, setPicked] = useState(receivers.length === 1 ? (receivers[0]?.id ?? null) : null)
  const answer = (choice: string | false) => {
    onAnswer(choice)
    desk.closePanel()
  }
  const [only] = receivers
  const title =
    what === null
      ? `Which app does ${from.name} mean?`
      : receivers.length === 1 && only
        ? `Let ${from.name} ${what.intent === null ? `open ${only.name} with this` : `send this to ${only.name}`}?`
        : `Let ${from.name} send this to one of your apps?`
  const ready = seen && picked !== null
  return (
    <ShellDialog
      title={title}
      asks
      onClose={() => answer(false)}
      heading={
        <div className="handover-head">
          <AppTile icon={from.icon} size="m" />
          <p className="handover-title">{title}</p>
        </div>
      }
    >
      <form className="ui-dialog-body handover" onSubmit={event => event.preventDefault()}>
        {what === null ? null : (
          <section>
            <h3>{what.intent === null ? 'What it hands over' : `What it sends, as “${what.intent}”`}</h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
            <pre className="handover-data" tabIndex={0}>
              {shownData(what.data)}
            </pre>
          </section>
        )}
        <fieldset>
          <legend>{what === null ? 'Several have this name' : receivers.length === 1 ? 'Who gets it' : 'Who is to get it'}</legend>
          {receivers.map(receiver => (
            <label key={receiver.id} className="handover-receiver" data-picked={receiver.id === picked || undefined}>
              <input type="radio" name={id} checked={receiver.id === picked} onChange={() => setPicked(receiver.id)} />
              <AppTile icon={receiver.icon} size="s" />
              <span>
                <strong>{receiver.name}</strong>
                {what === null ? null : <span>{reachWords(receiver)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        {what === null ? null : <p className="ui-note">It holds for these two apps, until you take it back in the details of {from.name}.</p>}
      </form>
      <AskFoot
        ready={ready}
        no={what === null ? 'Cancel' : undefined}
        yes={what === null ? 'Open' : undefined}
        onNo={() => answer(false)}
        onYes={() => answer(picked ?? false)}
      />
    </ShellDialog>
  )
}

/** What somebody can do with what they get. */
function reachWords({ id, reach }: Receiver): string {
  const added = id.startsWith('shipped:') ? 'Comes with Cyanotype and will be added. ' : ''
  if (reach.length === 0) return `${added}It can show it, and send it nowhere.`
  return `${added}It may ${reach.map(describeCapability).join('; ')}.`
}

function shownData(data: Json): string {
  const text = cleanText(typeof data === 'string' ? data : JSON.stringify(data, null, 2)).text
  return text.length > longestShown ? `${text.slice(0, longestShown)}… and ${(text.length - longestShown).toLocaleString()} characters more` : text
}

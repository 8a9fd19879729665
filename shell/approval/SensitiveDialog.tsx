import { type ReactNode, useState } from 'react'
import { capabilityWords } from '../../schema/capability-words.ts'
import { callWords, type SensitiveCall } from '../apps/call-words.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { mayBeRemembered, untilOf } from '../permissions/durations.ts'
import type { SensitiveAnswer } from '../session/session.ts'
import type { GrantTerms } from '../storage/installed-app.ts'
import { AskFoot } from './AskFoot.tsx'
import { useSeenFor } from './use-seen-for.ts'

export interface SensitiveDialogProps {
  readonly name: string
  readonly capability: string
  readonly call: SensitiveCall
  /** The yes is to hold for a while. */
  readonly onRemember: (terms: GrantTerms) => void
  readonly onAnswer: (answer: SensitiveAnswer) => void
}

/** Asked at each use of a sensitive capability; what only looks or listens may be allowed for a while. */
export function SensitiveDialog({ name, capability, call, onRemember, onAnswer }: SensitiveDialogProps): ReactNode {
  const desk = useDesk()
  const seen = useSeenFor(700)
  const [exact, setExact] = useState(false)
  const [duration, setDuration] = useState<UseDuration>('once')
  const answer = (yes: SensitiveAnswer) => {
    onAnswer(yes)
    desk.closePanel()
  }
  const { title } = capabilityWords(capability)
  const what = callWords(call, instance => desk.apps.peek().find(app => app.instance === instance)?.name ?? null)
  return (
    <ShellDialog title={`Allow ${name} once?`} size="s" asks onClose={() => answer(false)}>
      <div className="ui-dialog-body">
        {what === null ? null : <p className="sensitive-what">{what}</p>}
        <p>
          {title}.{duration === 'once' ? ' You will be asked again the next time.' : ''}
        </p>
        {capability === 'microphone' ? <p className="ui-note">Your browser may send what it hears to its maker, which turns it into text.</p> : null}
        {capability === 'location' ? <HowExact exact={exact} onChange={setExact} /> : null}
        {mayBeRemembered(capability) ? <UseDurationChoice value={duration} onChange={setDuration} /> : null}
      </div>
      <AskFoot
        ready={seen}
        yes={duration === 'once' ? 'Allow once' : undefined}
        onNo={() => answer(false)}
        onYes={() => {
          const coarse = capability === 'location' && !exact
          if (duration !== 'once') onRemember({ until: untilOf(duration, Date.now()), choice: coarse ? 'coarse' : 'exact' })
          answer(coarse ? 'coarse' : true)
        }}
      />
    </ShellDialog>
  )
}

type UseDuration = 'once' | 'closed' | 'today'

function UseDurationChoice({ value, onChange }: { readonly value: UseDuration; readonly onChange: (value: UseDuration) => void }): ReactNode {
  return (
    <select className="ui-select" aria-label="How long" value={value} onChange={event => onChange(event.target.value as UseDuration)}>
      <option value="once">This time only</option>
      <option value="closed">Until its window is closed</option>
      <option value="today">For today</option>
    </select>
  )
}

/** A place may be given rounded, which is enough for the weather and tells no street. */
function HowExact({ exact, onChange }: { readonly exact: boolean; readonly onChange: (exact: boolean) => void }): ReactNode {
  const choices = [
    { value: false, label: 'About where, within 10 km' },
    { value: true, label: 'Exactly where' },
  ]
  return (
    <div className="choice" role="radiogroup" aria-label="How exactly">
      {choices.map(({ value, label }) => (
        <label key={label}>
          <input type="radio" name="how-exact" checked={exact === value} onChange={() => onChange(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

import { type ReactNode, useEffect, useId, useState } from 'react'
import type { SpendingStatus } from '../../schema/protocol/spending.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { usageWords } from './usage-words.ts'

/** What was asked of models today, for apps and changes, and how much it may be. */
export function SpendingSettings(): ReactNode {
  const { gateway } = useDesk().services
  const [status, setStatus] = useState<SpendingStatus | null>(null)
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const id = useId()
  useEffect(() => {
    gateway.spending().then(
      found => {
        setStatus(found)
        setText(found.limit === null ? '' : String(found.limit))
      },
      cause => setSaid(toFailure(cause).message),
    )
  }, [gateway])
  const save = () => {
    const limit = text.trim() === '' ? null : Number(text.replaceAll(/[\s,.]/g, ''))
    if (limit !== null && !(Number.isSafeInteger(limit) && limit > 0)) return setSaid('Write a whole number of tokens, or nothing for no limit.')
    gateway.setSpendingLimit(limit).then(
      found => {
        setStatus(found)
        setSaid(limit === null ? 'There is no limit.' : `At most ${limit.toLocaleString('en')} tokens a day.`)
      },
      cause => setSaid(toFailure(cause).message),
    )
  }
  if (!status) return said ? <p className="ui-note">{said}</p> : null
  return (
    <section className="model-questions">
      <h3>What you ask for</h3>
      <p>
        Today: {status.requests === 1 ? '1 request' : `${status.requests.toLocaleString('en')} requests`}, {usageWords(status)}.
      </p>
      <form
        className="model-limit"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <label htmlFor={id}>At most, in tokens a day</label>
        <input id={id} className="ui-input" inputMode="numeric" value={text} placeholder="no limit" onChange={event => setText(event.target.value)} />
        <button type="submit" className="ui-button">
          Set
        </button>
      </form>
      <p className="ui-note" role="status">
        {said}
      </p>
    </section>
  )
}

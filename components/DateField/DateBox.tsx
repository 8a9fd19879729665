import { CalendarDays, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { Group } from 'react-aria-components/Group'
import { useSay } from '../words/say.ts'
import './DateField.css'

/** The segments of a day or a time, each typed or stepped on its own. */
export function Segments({ slot }: { readonly slot?: string }) {
  return (
    <DateInput className="cy-date-input" {...(slot ? { slot } : {})}>
      {segment => <DateSegment className="cy-date-segment" segment={segment} />}
    </DateInput>
  )
}

/** The box of a date field: its segments, a button that empties it where that is allowed, and one that opens the calendar. */
export function DateBox({ onClear, fixed, children }: { onClear: (() => void) | null; fixed: boolean; children: ReactNode }) {
  const say = useSay()
  return (
    <Group className="cy-control cy-date-box">
      {children}
      {onClear ? (
        <Button slot={null} className="cy-control-button cy-date-clear" aria-label={say('Clear')} onPress={onClear}>
          <X size={15} aria-hidden="true" />
        </Button>
      ) : null}
      {fixed ? null : (
        <Button className="cy-control-button">
          <CalendarDays size={16} aria-hidden="true" />
        </Button>
      )}
    </Group>
  )
}

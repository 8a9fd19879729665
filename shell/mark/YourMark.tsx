import type { ReactNode } from 'react'
import { MarkPicture } from './MarkPicture.tsx'
import { useMark } from './use-mark.ts'
import './YourMark.css'

/** The person's own picture and words, in a question that the desktop asks and no app can imitate. */
export function YourMark(): ReactNode {
  const { mark } = useMark()
  return (
    <p className="your-mark" data-colour={mark?.colour}>
      {mark ? (
        <>
          <MarkPicture name={mark.picture} size={28} />
          <span>
            <small>
              Your mark<span className="ui-hidden">, {mark.picture}</span>
            </small>
            {mark.words}
          </span>
        </>
      ) : null}
    </p>
  )
}

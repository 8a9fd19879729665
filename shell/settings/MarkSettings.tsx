import { type ReactNode, useState } from 'react'
import { MarkPicture } from '../mark/MarkPicture.tsx'
import { type Mark, MOST_WORDS, markColours, markPictures, tidyWords } from '../mark/mark.ts'
import { useMark } from '../mark/use-mark.ts'
import '../mark/YourMark.css'

/** What the real questions of this desktop show, and nothing else does. */
export function MarkSettings(): ReactNode {
  const { mark, change } = useMark()
  const [said, setSaid] = useState('')
  if (!mark) return null
  const set = async (part: Partial<Mark>) => {
    setSaid((await change({ ...mark, ...part })) ? '' : 'The browser did not keep this choice for next time.')
  }
  return (
    <div className="mark-editor" data-colour={mark.colour}>
      <p className="ui-note">
        When the desktop itself asks you something, it shows this picture and these words. A question without them was drawn by an app: do not answer it.
      </p>
      <fieldset>
        <legend>Picture</legend>
        {markPictures.map(name => (
          <label key={name} title={name}>
            <input type="radio" name="mark-picture" aria-label={name} checked={mark.picture === name} onChange={() => void set({ picture: name })} />
            <MarkPicture name={name} size={26} />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Colour</legend>
        {markColours.map(colour => (
          <label key={colour} title={colour} data-colour={colour}>
            <input type="radio" name="mark-colour" aria-label={colour} checked={mark.colour === colour} onChange={() => void set({ colour })} />
            <MarkPicture name={mark.picture} size={26} />
          </label>
        ))}
      </fieldset>
      <label className="ui-field">
        <span>Words</span>
        <input
          className="ui-input"
          autoComplete="off"
          maxLength={MOST_WORDS}
          defaultValue={mark.words}
          onBlur={event => {
            const words = tidyWords(event.target.value).trim()
            if (words !== '') void set({ words })
            else event.target.value = mark.words
          }}
        />
      </label>
      <p className="ui-note" role="status">
        {said}
      </p>
    </div>
  )
}

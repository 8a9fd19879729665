import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { nearParts } from '../desktop/load-later.ts'
import { checkPrompt } from './check-prompt.ts'
import { AddPicture, PictureList } from './PictureList.tsx'
import { usePictures } from './use-pictures.ts'
import './PromptBar.css'

/** Where an app is described. On the empty desktop it stands in the middle, else in the dock. */
export function PromptBar({ place }: { readonly place: 'home' | 'dock' }): ReactNode {
  const desk = useDesk()
  const text = useSignalValue(desk.promptText)
  const [problem, setProblem] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const near = useSignalValue(nearParts.part)
  const pictures = usePictures()
  const field = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()

  // Grows with the text up to its greatest height; the measure needs the drawn text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the text changes
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight}px`
  }, [text])

  const send = () => {
    const checked = checkPrompt(text.trim() === '' && pictures.list.length > 0 ? 'Make the app that is shown here.' : text)
    if (checked.ok) {
      setProblem(null)
      setLooking(false)
      desk.ask(checked.prompt, { pictures: pictures.list.length > 0 ? pictures.list : undefined })
      pictures.clear()
    } else {
      setProblem(checked.message)
      field.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setLooking(false)
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.repeat) send()
  }

  return (
    <form
      className="prompt"
      data-place={place}
      {...pictures.place}
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      {problem && (
        <p className="prompt-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
      <PictureList pictures={pictures} />
      <div className="prompt-box" data-problem={problem ? '' : undefined}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label="Describe an app"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          placeholder={place === 'home' ? 'A tracker for my plants, with when I last watered each…' : 'Describe an app'}
          spellCheck={text.length < 2000}
          onChange={event => {
            desk.writePrompt(event.target.value)
            setLooking(true)
            // Without it an app can still be asked for; the next letter tries again.
            nearParts.load().catch(() => undefined)
            if (problem) setProblem(null)
          }}
          onKeyDown={onKeyDown}
        />
        <AddPicture pictures={pictures} />
        <button type="submit" className="prompt-send" aria-label="Make it">
          <ArrowUp size={18} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
      {near && looking && !problem && text.trim() !== '' ? <near.NearApps request={text} /> : null}
    </form>
  )
}

import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { checkPrompt } from './check-prompt.ts'
import './PromptBar.css'

/** Where an app is described. On the empty desktop it stands in the middle, else in the dock. */
export function PromptBar({ place }: { readonly place: 'home' | 'dock' }): ReactNode {
  const desk = useDesk()
  const text = useSignalValue(desk.promptText)
  const [problem, setProblem] = useState<string | null>(null)
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
    const checked = checkPrompt(text)
    if (checked.ok) {
      setProblem(null)
      desk.ask(checked.prompt)
    } else {
      setProblem(checked.message)
      field.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.repeat) send()
  }

  return (
    <form
      className="prompt"
      data-place={place}
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
            if (problem) setProblem(null)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="prompt-send" aria-label="Make it">
          <ArrowUp size={18} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
    </form>
  )
}

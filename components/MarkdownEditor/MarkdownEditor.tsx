import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { MarkdownEditorProps } from '../../schema/generated/props.ts'
import { EditorField } from '../editor/EditorField.tsx'
import type { EditorHandle } from '../editor/editor-surface.ts'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Markdown } from '../Markdown/Markdown.tsx'
import { ToggleButton } from '../ToggleButton/ToggleButton.tsx'
import { textOf } from '../text-of.ts'
import type { Phrase } from '../words/phrases.ts'
import { useSay } from '../words/say.ts'
import { formatMarkdown, type MarkdownFormat } from './format-markdown.ts'
import './MarkdownEditor.css'

const formats: readonly (readonly [format: MarkdownFormat, label: Phrase, icon: string])[] = [
  ['bold', 'Bold', 'bold'],
  ['italic', 'Italic', 'italic'],
  ['heading', 'Heading', 'heading'],
  ['list', 'List', 'list'],
  ['link', 'Link', 'link'],
]

/** Markdown to write, with the result beside it or in its place. */
export function MarkdownEditor(props: MarkdownEditorProps<ReactNode>) {
  const say = useSay()
  const handle = useRef<EditorHandle>(null)
  const [looking, setLooking] = useState(false)
  const text = useDeferredValue(textOf(props.value))
  const beside = props.preview === true
  const covered = looking && !beside
  const locked = props.disabled === true || props.readOnly === true

  const [run] = useState(() => (format: MarkdownFormat): void => {
    const editor = handle.current
    if (editor) editor.edit(formatMarkdown(format, editor.text(), editor.selection()))
  })
  const shortcuts = useMemo(
    () =>
      new Map([
        ['b', () => run('bold')],
        ['i', () => run('italic')],
      ]),
    [run],
  )
  return (
    <EditorField
      props={props}
      name="markdown-editor"
      language="markdown"
      rows={6}
      wrap
      handle={handle}
      shortcuts={shortcuts}
      covered={covered}
      bar={
        <div className="cy-markdown-editor-bar">
          <Toolbar aria-label={say('Format')} className="cy-markdown-editor-tools">
            {formats.map(([format, label, icon]) => (
              <IconButton key={format} icon={icon} label={say(label)} size="s" disabled={locked || covered} onPress={() => run(format)} />
            ))}
          </Toolbar>
          {beside ? null : <ToggleButton label={say('Preview')} icon="eye" size="s" value={looking} onChange={({ value }) => setLooking(value)} />}
        </div>
      }
      beside={
        beside || covered ? (
          <section className="cy-markdown-editor-look" aria-label={say('Preview')}>
            {text.trim() === '' ? <p className="cy-markdown-editor-none">{say('Nothing written yet.')}</p> : <Markdown text={text} />}
          </section>
        ) : null
      }
    />
  )
}

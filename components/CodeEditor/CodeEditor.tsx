import { type ReactNode, use, useRef } from 'react'
import type { CodeEditorProps } from '../../schema/generated/props.ts'
import { EditorField } from '../editor/EditorField.tsx'
import type { EditorHandle, EditorLanguage } from '../editor/editor-surface.ts'
import { PlatformContext } from '../platform.ts'
import { useSay } from '../words/say.ts'

const wrapped: ReadonlySet<EditorLanguage> = new Set(['text', 'markdown'])

/** Code with line numbers and colours. What is written is text, and nothing runs it. */
export function CodeEditor(props: CodeEditorProps<ReactNode>) {
  const say = useSay()
  const handle = useRef<EditorHandle>(null)
  const mod = use(PlatformContext) === 'mac' ? 'Command' : 'Control'
  const language = props.language ?? 'text'
  return (
    <EditorField
      props={props}
      name="code-editor"
      language={language}
      rows={8}
      lineNumbers
      wrap={wrapped.has(language)}
      handle={handle}
      keys={say('Tab leaves the field; {mod} and ] indents, {mod} and [ takes it back.', { mod })}
    />
  )
}

import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { FileTree } from '../../schema/workspace/file-tree.ts'
import { toFailure } from '../services/page-failure.ts'
import { lastName } from './file-words.ts'

/** What is shown of a file at most, in bytes. */
const SHOWN = 1_000_000

/** A file as text: nothing of it is drawn, followed or run. */
export function FileText({ tree, path, onClose }: { readonly tree: FileTree; readonly path: string; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let shown = true
    tree.read(path, SHOWN).then(
      bytes => {
        if (!shown) return
        try {
          setText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
        } catch {
          setProblem('This is no text. Save it to the device to open it there.')
        }
      },
      cause => {
        if (shown) setProblem(toFailure(cause).message)
      },
    )
    return () => {
      shown = false
    }
  }, [tree, path])
  return (
    <section className="files-text" aria-label={lastName(path)}>
      <header>
        <button type="button" className="ui-button" data-kind="quiet" onClick={onClose}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden="true" />
          Back
        </button>
        <strong>{lastName(path)}</strong>
      </header>
      {problem ? (
        <p className="files-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and named */}
      {text === null ? null : (
        <pre role="group" aria-label="Text" tabIndex={0}>
          {text}
        </pre>
      )}
      {/* biome-ignore-end lint/a11y: see above */}
    </section>
  )
}

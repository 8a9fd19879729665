import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import type { Preview } from './preview.ts'
import type { Question } from './question.ts'

/** One question of the app to the person, under the app's name. */
export function QuestionDialog({ preview, question }: { readonly preview: Preview; readonly question: Question }): ReactNode {
  const shown = useSignalValue(preview.shown)
  const name = appNameForPeople(shown?.app.info.peek().name ?? null)
  const { words, capability } = question
  const title = capability !== null ? `Allow ${name} once?` : words?.title ? `${name}: ${words.title}` : `${name} asks`
  return (
    <ShellDialog title={title} size="s" asks onClose={() => preview.answer(false)}>
      <div className="ui-dialog-body">
        <p>{capability !== null ? `${capabilityWords(capability).title}. You will be asked again the next time.` : words?.text}</p>
      </div>
      <footer className="ui-dialog-foot">
        <button type="button" className="ui-button" data-focus-first onClick={() => preview.answer(false)}>
          {capability !== null ? 'Don’t allow' : (words?.no ?? 'Cancel')}
        </button>
        <button type="button" className="ui-button" data-kind={words?.tone === 'bad' ? 'bad' : 'primary'} onClick={() => preview.answer(true)}>
          {capability !== null ? 'Allow once' : (words?.yes ?? 'Yes')}
        </button>
      </footer>
    </ShellDialog>
  )
}

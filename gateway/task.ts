import { checkEdit } from '../schema/edit/apply-edit.ts'
import { EDIT_PROMPT } from '../schema/edit/edit-prompt.ts'
import type { Issue } from '../schema/issue.ts'
import type { GenerateRequest } from '../schema/protocol/generate.ts'
import { changeMessages, promptMessages } from './messages.ts'
import type { ModelMessage } from './providers/provider.ts'

/** What a model is asked to write: a new app, or an edit of one. */
export interface Task {
  readonly systemPrompt: string
  readonly messages: readonly ModelMessage[]
  /** What is wrong with the reply's document; an empty list is a good one. */
  check(text: string): readonly Issue[]
  /** What it is, in words: `an app`. */
  readonly wanted: string
  /** How the document begins, for a model that wrote none. */
  readonly begins: string
  /** Whether what is left of a broken reply is worth showing. An edit holds as a whole or not at all. */
  readonly partial: boolean
}

/** `systemPrompt` and `check` are those of a new app. */
export function taskOf({ prompt, change, pictures }: GenerateRequest, systemPrompt: string, check: (text: string) => readonly Issue[]): Task {
  if (!change) return { systemPrompt, messages: promptMessages(prompt, pictures), check, wanted: 'an app', begins: '{"blueprint":1', partial: true }
  const { document, hash } = change
  return {
    systemPrompt: `${systemPrompt}\n${EDIT_PROMPT}`,
    messages: changeMessages(prompt, change, pictures),
    check: text => checkEdit(document, text, { hash }),
    wanted: 'a change',
    begins: '{"edit":1',
    partial: false,
  }
}

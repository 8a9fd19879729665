import type { Extension } from '@codemirror/state'
import type { EditorLanguage } from './editor-surface.ts'

/** What reads each language, each loaded on its own. Plain text needs none. */
const readers: ReadonlyMap<EditorLanguage, () => Promise<Extension>> = new Map([
  ['json', async () => (await import('@codemirror/lang-json')).json()],
  ['markdown', async () => (await import('@codemirror/lang-markdown')).markdown()],
  ['javascript', async () => (await import('@codemirror/lang-javascript')).javascript()],
  ['python', async () => (await import('@codemirror/lang-python')).python()],
  ['sql', async () => (await import('@codemirror/lang-sql')).sql()],
  ['html', async () => (await import('@codemirror/lang-html')).html()],
  ['css', async () => (await import('@codemirror/lang-css')).css()],
])

/** The extension for a language; an empty one for plain text and what is not known. */
export async function loadLanguage(language: EditorLanguage): Promise<Extension> {
  return (await readers.get(language)?.()) ?? []
}

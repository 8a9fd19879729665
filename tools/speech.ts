import { cleanText } from '../schema/identity/clean-text.ts'
import { type Tool, textOf } from './tool.ts'

export const speechSay: Tool = async (args, { speech }, { signal }) => {
  const { text } = cleanText(textOf(args.text))
  if (text.trim() !== '') await speech.say(text, textOf(args.lang) || null, signal)
  return null
}

/** What was said may be anything: it is text like any other, without what cannot be seen (S14). */
export const speechListen: Tool = async (args, { speech }, { signal }) => cleanText(await speech.listen(textOf(args.lang) || null, signal)).text

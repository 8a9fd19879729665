import { cleanText } from '../schema/identity/clean-text.ts'
import { type Tool, textOf } from './tool.ts'

export const speechSay: Tool = async (args, { speech }, { signal }) => {
  const { text } = cleanText(textOf(args.text))
  if (text.trim() !== '') await speech.say(text, textOf(args.lang) || null, signal)
  return null
}

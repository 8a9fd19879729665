import { ToolFailure } from '../engine/ports.ts'
import { cleanText } from '../schema/identity/clean-text.ts'
import { asksAsDesktop } from '../schema/identity/desktop-questions.ts'
import { numberOf, type Tool, textOf } from './tool.ts'

export const notify: Tool = async (args, { notifications }, { gesture }) => {
  // It is read outside of the app's window, where nothing else says what is what (S14, S62).
  const title = cleanText(textOf(args.title)).text
  const { text } = cleanText(textOf(args.text))
  if (asksAsDesktop(title) || asksAsDesktop(text)) throw new ToolFailure('reserved-words', `Only the desktop asks “${title}”. Say it in other words.`)
  const at = typeof args.at === 'number' ? args.at : null
  const id = args.id === undefined || args.id === null ? null : textOf(args.id)
  await notifications.show({ title, text, at, id }, gesture)
  return null
}

export const notifyCancel: Tool = async (args, { notifications }) => {
  await notifications.cancel(textOf(args.id))
  return null
}

export const soundPlay: Tool = (args, { sound }) => {
  sound.play(textOf(args.name), numberOf(args.volume, 0.6))
  return null
}

export const soundTone: Tool = (args, { sound }) => {
  sound.tone(numberOf(args.frequency, 440), numberOf(args.ms, 200), numberOf(args.volume, 0.4))
  return null
}

export const celebrate: Tool = (_args, world) => {
  world.celebrate()
  return null
}

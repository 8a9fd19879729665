import { numberOf, type Tool, textOf } from './tool.ts'

export const notify: Tool = async (args, { notifications }) => {
  await notifications.show({
    title: textOf(args.title),
    text: textOf(args.text),
    at: typeof args.at === 'number' ? args.at : null,
    id: args.id === undefined || args.id === null ? null : textOf(args.id),
  })
  return null
}

export const notifyCancel: Tool = (args, { notifications }) => {
  notifications.cancel(textOf(args.id))
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

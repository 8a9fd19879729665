import { type Tool, textOf } from './tool.ts'

export const clipboardCopy: Tool = async (args, { clipboard }) => {
  await clipboard.write(textOf(args.text))
  return null
}

export const clipboardPaste: Tool = (_args, { clipboard }) => clipboard.read()

export const clipboardHistory: Tool = async (_args, { clipboard }) => (await clipboard.history()).map(({ text, app, at }) => ({ text, app, at }))

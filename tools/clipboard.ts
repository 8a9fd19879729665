import { type Tool, textOf } from './tool.ts'

export const clipboardCopy: Tool = async (args, { clipboard }) => {
  await clipboard.write(textOf(args.text))
  return null
}

export const clipboardPaste: Tool = (_args, { clipboard }) => clipboard.read()

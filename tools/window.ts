import { type Tool, textOf } from './tool.ts'

export const print: Tool = async (args, { print }) => {
  await print(textOf(args.target) || null)
  return null
}

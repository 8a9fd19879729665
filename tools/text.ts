import type { Json } from '../schema/json/json.ts'
import type { DiffUnit } from './text-diff.ts'
import { type Tool, textOf } from './tool.ts'

export const textDiff: Tool = async (args): Promise<Json> => {
  const { diffTexts } = await import('./text-diff.ts')
  const a = textOf(args.a)
  const b = textOf(args.b)
  return { same: a === b, parts: diffTexts(a, b, args.by as DiffUnit).map(part => ({ ...part })) }
}

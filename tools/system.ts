import { numberOf, type Tool, textOf } from './tool.ts'

export const systemEvents: Tool = (args, { events }) =>
  events.find({ after: numberOf(args.after, 0), kind: args.kind === undefined ? null : textOf(args.kind), most: numberOf(args.most, 100) })

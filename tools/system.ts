import { numberOf, type Tool, textOf } from './tool.ts'

export const systemEvents: Tool = (args, { events }) =>
  events.find({ after: numberOf(args.after, 0), kind: args.kind === undefined ? null : textOf(args.kind), most: numberOf(args.most, 100) })

export const systemInfo: Tool = (_args, { system }) => system.info()
export const systemMetrics: Tool = (_args, { system }) => system.metrics()
export const systemProcesses: Tool = (_args, { system }) => system.processes()
export const systemLog: Tool = (args, { system }) => system.log(numberOf(args.most, 100))
export const systemSettings: Tool = (_args, { system }) => system.settings()
export const systemPermissions: Tool = (_args, { system }) => system.permissions()

export const systemKill: Tool = async (args, { system }) => {
  await system.kill(textOf(args.id))
  return null
}

export const systemLook: Tool = async (args, { system }) => {
  await system.look(textOf(args.mode))
  return null
}

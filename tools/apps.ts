/** What one app may ask of the desktop about the others (B69). Who is meant by a name, and what the person says to it, is the desktop's to know. */
import type { JsonObject } from '../schema/json/json.ts'
import { type Tool, textOf } from './tool.ts'

export const appOpen: Tool = async (args, { apps }, context) => {
  await apps.open(textOf(args.app), (args.params as JsonObject | undefined) ?? null, context)
  return null
}

export const appList: Tool = (_args, { apps }) => apps.list()

export const appClose: Tool = async (args, { apps }) => {
  await apps.close(textOf(args.app))
  return null
}

export const appFocus: Tool = async (args, { apps }) => {
  await apps.focus(textOf(args.app))
  return null
}

export const appInstall: Tool = async (args, { apps }) => {
  await apps.install(args.document === undefined ? { app: textOf(args.app) } : { document: args.document as JsonObject })
  return null
}

export const appSend: Tool = (args, { apps }, context) =>
  apps.send({ to: args.to === undefined ? null : textOf(args.to), intent: textOf(args.intent), data: args.data ?? null }, context)

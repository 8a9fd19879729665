import { type Tool, textOf } from './tool.ts'

export const storageGet: Tool = async (args, { storage }) => (await storage.get(textOf(args.key))) ?? null

export const storageSet: Tool = async (args, { storage }) => {
  await storage.set(textOf(args.key), args.value ?? null)
  return null
}

export const storageRemove: Tool = async (args, { storage }) => {
  await storage.remove(textOf(args.key))
  return null
}

export const storageList: Tool = async (_args, { storage }) => [...(await storage.list())]

export const storageClear: Tool = async (_args, { storage }) => {
  await storage.clear()
  return null
}

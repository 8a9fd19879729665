/** Chance, from the platform's secure source. */
import { ToolFailure } from '../engine/ports.ts'
import type { Json } from '../schema/json/json.ts'
import { listOf, numberOf, type Tool, textOf } from './tool.ts'

export const randomInt: Tool = (args, { chance }) => {
  const min = Math.ceil(numberOf(args.min, 0))
  const max = Math.floor(numberOf(args.max, 0))
  if (max < min) throw new ToolFailure('empty-range', `There is no whole number from ${min} to ${max}.`)
  return min + Math.floor(chance.random() * (max - min + 1))
}

export const randomText: Tool = (args, { chance }) => {
  const alphabet = [...(textOf(args.alphabet) || 'abcdefghijklmnopqrstuvwxyz0123456789')]
  return Array.from({ length: numberOf(args.length, 8) }, () => alphabet[Math.floor(chance.random() * alphabet.length)]).join('')
}

export const randomPick: Tool = (args, { chance }) => {
  const list = listOf(args.list)
  return list[Math.floor(chance.random() * list.length)] ?? null
}

/** Fisher and Yates: every order is as likely as any other. */
export const randomShuffle: Tool = (args, { chance }) => {
  const list: Json[] = [...listOf(args.list)]
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(chance.random() * (last + 1))
    const kept = list[last] ?? null
    list[last] = list[other] ?? null
    list[other] = kept
  }
  return list
}

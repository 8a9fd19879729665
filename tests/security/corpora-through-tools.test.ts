/**
 * Texts that break programs, as each argument of each tool that takes one: what comes back is plain data or a failure with
 * a code, nothing outside of what was allowed is reached, and no prototype changes.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ToolFailure } from '../../engine/ports.ts'
import { systemClock } from '../../gateway/clock.ts'
import { createDiskTree } from '../../gateway/workspace/disk-tree.ts'
import type { SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import { createBroker } from '../../tools/broker.ts'
import { resultFault } from '../../tools/result-check.ts'
import { corpus } from '../corpus.ts'
import { type ExampleCall, exampleCalls, exampleWorld } from './tool-examples.ts'

type Read = (file: string) => string

function textsOf(name: string, read: (readFile: Read) => readonly string[]): readonly string[] {
  const folder = corpus(name)
  return folder === null ? [] : [...new Set(read(file => readFileSync(join(folder, file), 'utf8')))]
}
const lines = (text: string) => text.split('\n').filter(line => line !== '')
const every = <T>(n: number, list: readonly T[]) => list.filter((_, at) => at % n === 0)

const pollution = textsOf('prototype-pollution', read => {
  const { keys, paths, json, jsonPatch } = JSON.parse(read('own-pp-vectors.json')) as Readonly<Record<'keys' | 'paths' | 'json' | 'jsonPatch', Json[]>>
  return [...keys, ...paths, ...json, ...jsonPatch].map(value => (typeof value === 'string' ? value : JSON.stringify(value)))
})
const corpora: Readonly<Record<string, readonly string[]>> = {
  'naughty strings': textsOf('naughty-strings', read => JSON.parse(read('blns.json')) as string[]),
  'prototype pollution': pollution,
  'paths out of a folder': textsOf('path-traversal', read => [
    ...every(150, lines(read('dotdotpwn.txt'))),
    ...lines(read('directory_traversal.txt')),
    ...every(20, lines(read('deep_traversal.txt'))).map(path => path.replaceAll('{FILE}', 'canary.txt')),
    ...every(20, lines(read('traversals-8-deep-exotic-encoding.txt'))).map(path => path.replaceAll('{FILE}', 'canary.txt')),
  ]),
  'formulas of spreadsheets': textsOf('csv-injection', read => [
    ...(JSON.parse(read('own-cells.json')) as { cells: string[] }).cells,
    ...lines(read('payloadbox-csv-payload.txt')),
  ]),
  addresses: textsOf('url-wpt', read =>
    every(2, JSON.parse(read('urltestdata.json')) as ({ input?: string } | string)[]).flatMap(each =>
      typeof each === 'object' && each.input ? [each.input] : [],
    ),
  ),
  'inner addresses': textsOf('ssrf', read => [
    ...(JSON.parse(read('own-url-forms-node20-canonical.json')) as { input: string }[]).map(({ input }) => input),
    ...lines(read('orangetw-tiny-url-fuzzer-samples.txt')),
  ]),
}
const all = Object.values(corpora).flat()

const ORIGIN = 'https://api.example.com'
const allowed = (capability: string) => {
  const colon = capability.indexOf(':')
  return colon < 0 || [`net:${ORIGIN}`, 'fs:Notes', 'intent:add-task', 'secret:weather'].includes(capability)
}

let outer = ''
let inner = ''
beforeAll(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), 'cyanotype-corpora-')))
  inner = join(outer, 'a', 'b', 'Notes')
  mkdirSync(inner, { recursive: true })
  for (const place of [outer, join(outer, 'a'), join(outer, 'a', 'b')]) writeFileSync(join(place, 'canary.txt'), 'canary')
})
afterAll(() => rmSync(outer, { recursive: true, force: true }))

/** All that stands beside the folder, with what is in it. */
const around = () =>
  [outer, join(outer, 'a'), join(outer, 'a', 'b')].map(place =>
    readdirSync(place, { withFileTypes: true })
      .map(entry => `${entry.name}${entry.isFile() ? ` ${readFileSync(join(place, entry.name), 'utf8')}` : ''}`)
      .sort(),
  )

const shapes = () => JSON.stringify([Object, Array, Function, String, Number, Promise, Map].map(({ prototype }) => Reflect.ownKeys(prototype).map(String)))

const takesText = (slot: SlotSpec) => (slot.types ?? [slot.type]).some(type => ['text', 'any', 'record', 'list'].includes(type))

/** The example with this text in each place of its arguments in turn: as it is, in a list, as a value and as a key. */
function* variants({ spec, args }: ExampleCall, text: string): Generator<JsonObject> {
  for (const [name, slot] of Object.entries(spec.arguments)) {
    if (!takesText(slot)) continue
    const types = slot.types ?? [slot.type]
    const one = (type: string) => types.includes(type as never) || types.includes('any')
    if (one('text')) {
      yield { ...args, [name]: text }
      // As the names of columns and of members, which other parsers make records of.
      yield { ...args, [name]: `${text},name\n1,2\n3` }
    }
    if (one('list')) yield { ...args, [name]: [text, { name: text }] }
    if (one('record')) yield { ...args, [name]: record(text) }
  }
  yield { ...args, ...record(text) }
}

/** `{ [text]: text }`, where the key is its own whatever it is called; and what the text says, where that is JSON. */
function record(text: string): JsonObject {
  const { value } = parseJson(text)
  const written = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {}
  return Object.defineProperty({ ...written }, text, { value: text, enumerable: true, configurable: true, writable: true })
}

/**
 * A quarter of them each (of costly ones a part of that), another one for each tool, so that each text goes through some; `TOOL_TEXTS=all` takes all.
 * What is about paths goes to each tool for files, what is about prototypes to each tool.
 */
function textsFor(call: ExampleCall): readonly string[] {
  if (process.env.TOOL_TEXTS === 'all') return all
  const at = exampleCalls.indexOf(call)
  const inFiles = call.spec.capability?.name === 'fs'
  const own = new Set([...pollution, ...(inFiles ? (corpora['paths out of a folder'] ?? []) : [])])
  return all.filter((text, index) => own.has(text) || (index + at) % (inFiles || isMath(call) ? 24 : 4) === 0)
}

const isMath = ({ spec }: ExampleCall) => spec.name.startsWith('math.')

describe.skipIf(all.length === 0)('[S9] [S10] [S27] [S33] [S37] texts of the corpora', () => {
  const before = { shapes: shapes() }

  it.each(exampleCalls.map(call => [call.spec.name, call] as const))(
    '%s',
    async (name, call) => {
      const world = await exampleWorld()
      if (call.spec.capability?.name === 'fs') world.folders.set('Notes', createDiskTree({ root: inner, clock: systemClock, most: 1e9 }))
      const stood = JSON.stringify(around())
      const sent: string[] = []
      world.httpReply = ({ url }) => {
        sent.push(url)
        return { status: 200, ok: true, headers: {}, body: null }
      }
      const port = createBroker({ isGranted: allowed, approve: async () => true, world })
      const wrong: string[] = []
      let [calls, answered] = [0, 0]
      const codes = new Map<string, number>()
      for (const text of textsFor(call))
        for (const args of variants(call, text)) {
          calls++
          const stop = new AbortController()
          if (name === 'fs.watch') setTimeout(() => stop.abort(), 1)
          try {
            const value = await port.call(name, args, { gesture: true, signal: stop.signal })
            answered++
            const fault = resultFault(call.spec, value)
            if (fault !== null) wrong.push(`${JSON.stringify(args)}: ${fault}`)
          } catch (cause) {
            if (!(cause instanceof ToolFailure)) wrong.push(`${JSON.stringify(args)}: ${cause instanceof Error ? cause.stack : String(cause)}`)
            else codes.set(cause.code, (codes.get(cause.code) ?? 0) + 1)
          }
        }
      if (process.env.TOOL_TABLE)
        console.info(`${name}: ${calls} calls, ${answered} answered, ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`)
      expect(wrong.slice(0, 5), `${wrong.length} of ${calls}`).toEqual([])
      expect(sent.filter(url => new URL(url).origin !== ORIGIN)).toEqual([])
      expect(JSON.stringify(around())).toBe(stood)
      expect(shapes()).toBe(before.shapes)
      expect(Object.hasOwn(Object.prototype, 'polluted') || 'polluted' in {}).toBe(false)
    },
    120_000,
  )
})

/**
 * Each tool that needs to be allowed, at each point where it waits: what is taken back then ends it, reaches nothing more
 * and gives nothing; and what is carried out is what was checked, whatever becomes of the arguments meanwhile.
 */
import { describe, expect, it } from 'vitest'
import { type ToolCallContext, ToolFailure } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createBroker } from '../../tools/broker.ts'
import type { ToolWorld } from '../../tools/ports.ts'
import { scopedCapability } from '../../tools/scoped-capability.ts'
import { createTestWorld } from '../../tools/test-world.ts'
import { exampleCalls, exampleWorld } from './tool-examples.ts'

const allowed = exampleCalls.filter(({ spec }) => spec.capability)

/** Says each use of a port, and lets a few turns go by in each, so that there is a point to take something back at. */
function watched<T extends object>(port: T, onUse: (name: string, args: readonly unknown[]) => void, at = ''): T {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      const name = `${at}${String(key)}`
      if (typeof member === 'function')
        return (...args: unknown[]) => {
          onUse(name, args)
          const result: unknown = member.apply(target, args)
          if (!(result instanceof Promise)) return result
          return result.then(async value => {
            for (let turn = 0; turn < 3; turn++) await null
            return typeof value === 'object' && value !== null && Object.values(value).some(each => typeof each === 'function')
              ? watched(value, onUse, `${name}().`)
              : value
          })
        }
      return typeof member === 'object' && member !== null && key !== 'said' ? watched(member, onUse, `${name}.`) : member
    },
  })
}

/** Turns from the last look at the grant until the caller has the value. */
const HANDING_OVER = 3

function invoke(run: () => Json | Promise<Json>): Promise<Json> {
  try {
    return Promise.resolve(run())
  } catch (cause) {
    return Promise.reject(cause)
  }
}

interface Attempt {
  readonly outcome: { readonly value: Json } | { readonly failure: unknown }
  /** Uses of ports after it was taken back. */
  readonly after: readonly string[]
  readonly wasOver: boolean
}

type TakeBack = 'for good' | 'and granted again'

/** One call, with what it uses taken back after so many turns. */
async function attempt({ spec, args }: (typeof allowed)[number], turns: number, how: TakeBack): Promise<Attempt> {
  const world = await exampleWorld()
  const after: string[] = []
  const capability = scopedCapability(spec, args)
  const controllers = new Map<string, AbortController>()
  let taken = false
  let gone = false
  const port = createBroker({
    isGranted: () => !gone,
    signalFor(used) {
      const controller = controllers.get(used) ?? new AbortController()
      controllers.set(used, controller)
      return controller.signal
    },
    allowFlows: async () => {
      for (let turn = 0; turn < 3; turn++) await null
      return true
    },
    approve: async () => {
      for (let turn = 0; turn < 3; turn++) await null
      return true
    },
    world: watched<ToolWorld>(world, name => taken && after.push(name)),
  })
  let given = false
  const context: ToolCallContext = { gesture: true, signal: new AbortController().signal }
  const begun = invoke(() => port.call(spec.name, args, context))
  const outcome = begun.then(
    value => {
      given = true
      return { value }
    },
    (failure: unknown) => ({ failure }),
  )
  for (let turn = 0; turn < turns; turn++) await null
  taken = true
  gone = how === 'for good'
  for (const [used, controller] of controllers) {
    controllers.delete(used)
    controller.abort()
  }
  // What was looked at last is on its way to who waits for it.
  for (let turn = 0; turn < HANDING_OVER; turn++) await null
  const wasOver = given
  // A watch that nothing ends would wait for ever.
  const waited = new Promise<{ failure: unknown }>(resolve => setTimeout(resolve, 2_000, { failure: new Error(`${capability} was not ended`) }))
  return { outcome: await Promise.race([outcome, waited]), after, wasOver }
}

describe('[S26] what is taken back while it is under way', () => {
  it.each(allowed.map(call => [call.spec.name, call] as const))('%s ends at each point, reaches nothing more and gives nothing', async (name, call) => {
    for (const how of ['for good', 'and granted again'] as const) {
      let points = 0
      let wrong: string[] = []
      for (let turns = 1; turns < 200; turns++) {
        const { outcome, after, wasOver } = await attempt(call, turns, how)
        if (wasOver) break
        points++
        // Granted again before anything of it was used is a grant like the first.
        const used = 'value' in outcome
        if (used && (how === 'for good' || turns > 40)) wrong.push(`${how}, after ${turns} turns: it gave ${JSON.stringify(outcome.value)}`)
        if (!used && !(outcome.failure instanceof ToolFailure)) wrong.push(`${how}, after ${turns} turns: ${String(outcome.failure)}`)
        if (!used && after.length > 0) wrong.push(`${how}, after ${turns} turns: it used ${after.join(', ')}`)
      }
      wrong = [...new Set(wrong)]
      expect(wrong, name).toEqual([])
      if (call.spec.cost !== 'instant') expect(points, name).toBeGreaterThan(0)
    }
  })
})

describe('[S26] [S28] what is taken back while a person is asked for a flow', () => {
  const sending = allowed.find(({ spec }) => spec.name === 'http.post')

  /** Broker, and what it sent; `during` runs while the question stands. */
  function asking(granted: Set<string>, during: () => void, choices = new Map<string, string>()) {
    const world = createTestWorld()
    const port = createBroker({
      isGranted: capability => granted.has(capability),
      choiceFor: capability => choices.get(capability) ?? null,
      allowFlows: async flows => {
        during()
        for (const flow of flows) granted.add(flow)
        return true
      },
      approve: async () => true,
      world,
    })
    return { world, port }
  }
  const context = { gesture: true, signal: new AbortController().signal, labels: ['fs:Notes'] }

  it('is not used: the server, or the key that is added', async () => {
    const args = { ...sending?.args, secret: 'weather' }
    for (const gone of ['net:https://api.example.com', 'secret:weather']) {
      const granted = new Set(['net:https://api.example.com', 'secret:weather'])
      const { world, port } = asking(granted, () => void granted.delete(gone))
      await expect(port.call('http.post', args, context)).rejects.toMatchObject({ code: 'denied' })
      expect(world.log, gone).toEqual([])
    }
  })

  it('nor does it go to a server that was picked meanwhile, which the question did not name', async () => {
    const choices = new Map([['net:?server', 'https://mine.example']])
    const { world, port } = asking(new Set(['net:?server']), () => void choices.set('net:?server', 'https://other.example'), choices)
    await expect(port.call('http.post', { url: '?server/items', body: 'x' }, context)).rejects.toMatchObject({ code: 'denied' })
    expect(world.log).toEqual([])
  })
})

describe('[S24] what is carried out is what was checked', () => {
  it.each(allowed.map(call => [call.spec.name, call] as const))(
    '%s: arguments that change after the call, or that read otherwise each time, change nothing',
    async (name, { spec, args }) => {
      const world = await exampleWorld()
      const seen: unknown[] = []
      const granted = scopedCapability(spec, args)
      const asked: JsonObject[] = []
      const port = createBroker({
        isGranted: capability => capability === granted,
        approve: async (_capability, _tool, shown) => {
          asked.push(shown)
          await null
          return true
        },
        world: watched<ToolWorld>(
          world,
          (port, given) => void seen.push([port, structuredClone(given.filter(each => !(each instanceof AbortSignal) && !hasSignal(each)))]),
        ),
      })
      const context = { gesture: true, signal: new AbortController().signal }
      const honest = { ...structuredClone(args) } as Record<string, Json>
      const before = await settled(() => port.call(name, honest, context), spec.name)
      const wanted = structuredClone(seen.splice(0))
      asked.splice(0)

      // A list or a record that its owner changes at each turn after the call.
      const mine = structuredClone(args) as Record<string, Json>
      await reset(world)
      const running = settled(() => port.call(name, mine, context), spec.name)
      for (const key of Object.keys(mine)) mine[key] = spoiled(mine[key] ?? null)
      expect(await running, name).toEqual(before)
      expect(seen.splice(0), name).toEqual(wanted)

      // A record that gives the scope that is allowed when it is looked at first, and another one later.
      const scope = spec.capability?.scope?.argument
      if (scope !== undefined) {
        let looks = 0
        const turning = Object.defineProperty({ ...structuredClone(args) }, scope, {
          enumerable: true,
          get: () => (looks++ === 0 ? args[scope] : String(spoiled(args[scope] ?? null))),
        }) as JsonObject
        await reset(world)
        const outcome = await settled(() => port.call(name, turning, context), spec.name)
        const used = JSON.stringify(seen.splice(0))
        if ('failure' in outcome) expect(outcome.failure, name).toMatchObject({ code: 'denied' })
        expect(used, name).not.toContain('evil')
      }
      for (const shown of asked) expect(Object.isFrozen(shown)).toBe(true)
    },
  )
})

const hasSignal = (value: unknown) => typeof value === 'object' && value !== null && 'signal' in value

/** As a first call found it. */
async function reset(world: Awaited<ReturnType<typeof exampleWorld>>): Promise<void> {
  const fresh = await exampleWorld()
  world.folders.clear()
  for (const [name, tree] of fresh.folders) world.folders.set(name, tree)
  await world.storage.clear()
  world.clipboardText = ''
}

function spoiled(value: Json): Json {
  if (typeof value === 'string') return /^https?:/.test(value) ? 'https://evil.example/' : 'evil'
  return typeof value === 'number' ? value + 1 : 'evil'
}

async function settled(run: () => Json | Promise<Json>, tool: string): Promise<{ readonly value: Json } | { readonly failure: unknown }> {
  // Nothing changes in the folder, so that a watch has nothing to say.
  const patience = new Promise<{ failure: unknown }>(resolve => setTimeout(resolve, tool === 'fs.watch' ? 20 : 5_000, { failure: { code: 'denied' } }))
  return Promise.race([
    invoke(run).then(
      value => ({ value }),
      (failure: unknown) => ({ failure }),
    ),
    patience,
  ])
}

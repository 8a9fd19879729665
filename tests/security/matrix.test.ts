/**
 * Each shipped app, each tool that needs to be allowed, each other app's yes and each other app's token: off the diagonal
 * all is refused, in the page and at the gateway. Tools and apps are read from the registry: a new one is in it by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { ToolFailure } from '../../engine/ports.ts'
import { loadToRun } from '../../schema/check/load.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { fileActions } from '../../schema/protocol/files.ts'
import { createLiveGrants } from '../../shell/permissions/live-grants.ts'
import type { Grant, InstalledApp } from '../../shell/storage/installed-app.ts'
import { createBroker } from '../../tools/broker.ts'
import { scopedCapability } from '../../tools/scoped-capability.ts'
import { type AppName, type GatewayPage, openGatewayPage } from './gateway-page.ts'
import { type ExampleCall, exampleCalls, exampleWorld } from './tool-examples.ts'

const guarded = exampleCalls.filter(({ spec }) => spec.capability)
const reaches = new Map(shippedApps.map(({ id, document }) => [id, loadToRun(document).reach.capabilities]))

/** Every yes that a person could have given to any app, each by its name with every scope that an app or an example has. */
const everyYes: readonly Grant[] = [
  ...new Map(
    [
      ...[...reaches.values()].flat().map(({ capability, grade }) => ({ capability, grade })),
      ...guarded.map(({ spec, args }) => ({ capability: scopedCapability(spec, args), grade: spec.capability?.grade ?? 'ask' })),
    ].map(({ capability, grade }): [string, Grant] => [capability, { capability, grade, granted: true, at: 0, lastUsedAt: null }]),
  ).values(),
]

describe('[S22] [S64] the page', () => {
  /** The app with this reach, in whose record stands what was allowed to all the others. */
  function brokerOf(reach: readonly { readonly capability: string; readonly grade: Grant['grade'] }[], world: Awaited<ReturnType<typeof exampleWorld>>) {
    const record = { id: 'one', grants: everyYes } as unknown as InstalledApp
    const live = createLiveGrants({
      reach: () => reach,
      record: () => record,
      level: () => 'standard',
      foreign: false,
      now: () => 1,
      after: () => () => {},
      onChanged: () => {},
    })
    return createBroker({ ...live, allowFlows: async () => false, approve: async () => true, world })
  }
  const context = { gesture: true, signal: new AbortController().signal }
  const outcome = async (port: ReturnType<typeof createBroker>, { spec, args }: ExampleCall): Promise<string> => {
    const watch = new AbortController()
    try {
      // A watch that was let through waits for a change.
      setTimeout(() => watch.abort(), 5)
      await port.call(spec.name, args, { ...context, signal: spec.name === 'fs.watch' ? watch.signal : context.signal })
      return 'let through'
    } catch (cause) {
      return cause instanceof ToolFailure ? cause.code : String(cause)
    }
  }

  it('lets each shipped app use what its own document reaches, whatever is written down for it, and refuses all else', async () => {
    const wrong: string[] = []
    let [through, refused] = [0, 0]
    for (const [id, reach] of reaches) {
      const own = new Set(reach.map(({ capability }) => capability))
      for (const call of guarded) {
        const world = await exampleWorld()
        const before = JSON.stringify([world.log, world.clipboardText, world.saved, await world.storage.list()])
        const code = await outcome(brokerOf(reach, world), call)
        const capability = scopedCapability(call.spec, call.args)
        if (own.has(capability)) {
          through++
          if (code === 'denied') wrong.push(`${id} ${call.spec.name}: refused, though it reaches ${capability}`)
          continue
        }
        refused++
        const after = JSON.stringify([world.log, world.clipboardText, world.saved, await world.storage.list()])
        if (code !== 'denied' || after !== before) wrong.push(`${id} ${call.spec.name}: ${code}, ${after}`)
      }
    }
    console.info(`${reaches.size} apps × ${guarded.length} tools: ${through} their own, ${refused} refused`)
    expect(wrong).toEqual([])
    expect(through).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(500)
  })

  it('lets each use of a capability through under that very one, and under none of the others', async () => {
    const wrong: string[] = []
    for (const call of guarded) {
      const needed = scopedCapability(call.spec, call.args)
      for (const { capability, grade } of everyYes) {
        const code = await outcome(brokerOf([{ capability, grade }], await exampleWorld()), call)
        if ((code === 'denied') === (capability === needed)) wrong.push(`${call.spec.name} with ${capability}: ${code}`)
      }
    }
    console.info(`${guarded.length} tools × ${everyYes.length} capabilities`)
    expect(wrong).toEqual([])
  })
})

describe('[S22] [S25] the gateway', () => {
  const made: { readonly page: GatewayPage; readonly home: string }[] = []
  afterEach(async () => {
    for (const { page, home } of made.splice(0)) {
      await page.gateway.close()
      rmSync(home, { recursive: true, force: true })
    }
  })

  interface Door {
    readonly tool: string
    readonly path: string
    readonly body: JsonObject
  }
  const folder = 'fs-matrix'
  const doors: readonly Door[] = [
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map(method => ({
      tool: `http.${method.toLowerCase()}`,
      path: '/api/http',
      body: { method, url: 'https://api.example.com/rates' },
    })),
    ...fileActions.map(action => ({
      tool: action === 'version' ? 'fs.watch' : `fs.${action}`,
      path: '/api/fs',
      body: { do: action, folder, path: 'a.md', to: 'b.md', text: 'a', since: '0', base64: 'eA==' },
    })),
    { tool: 'llm.ask', path: '/api/llm', body: { prompt: 'Hello' } },
    { tool: 'frame', path: '/api/frame', body: { url: 'https://maps.example/' } },
  ]

  it('has a door for each tool that leaves the page', () => {
    const leaving = guarded.filter(({ spec }) => ['net', 'fs', 'llm'].includes(spec.capability?.name ?? '')).map(({ spec }) => spec.name)
    expect(leaving.filter(name => !doors.some(({ tool }) => tool === name))).toEqual([])
  })

  it('opens each door to the token of that app for that tool, and to no other of any app and any tool', async () => {
    const home = mkdtempSync(join(tmpdir(), 'cyanotype-matrix-'))
    let asked = 0
    const page = await openGatewayPage({
      home,
      addressRules: {
        resolve: async () => {
          asked++
          return []
        },
        allowAddress: () => false,
      },
      callRate: { perMinute: 1e9, atOnce: 50, waiting: 1000 },
    })
    made.push({ page, home })
    const apps: readonly AppName[] = [
      { instance: 'one', hash: 'a'.repeat(64) },
      { instance: 'two', hash: 'a'.repeat(64) },
      { instance: 'one-changed', hash: 'b'.repeat(64) },
    ]
    const capabilities = [...new Set(guarded.map(({ spec, args }) => scopedCapability(spec, args)))]
    const tools = [...guarded.map(({ spec }) => spec.name), 'frame']
    const tokens: { readonly of: AppName; readonly tool: string; readonly token: string }[] = []
    for (const of of apps) {
      // More than any page ever says: all that there is, so that what is refused is refused for its token.
      await page.grant(of, [...capabilities, `fs:${folder}`, 'frame:https://maps.example'])
      for (const tool of tools) tokens.push({ of, tool, token: await page.token(of, tool) })
    }
    expect(tokens.filter(({ token }) => !token.includes('.') && token.length < 100).map(({ tool, token }) => `${tool}: ${token}`)).toEqual([])
    const wrong: string[] = []
    let refused = 0
    for (const of of apps)
      for (const { tool, path, body } of doors)
        for (const held of tokens) {
          const { status, body: answer } = await page.ask('POST', path, { ...of, ...body }, { 'x-cyanotype-token': held.token })
          const own = held.of === of && held.tool === tool
          if (own) {
            if (status === 401) wrong.push(`${tool}: its own token was refused`)
            continue
          }
          refused++
          if (status !== 401 || answer?.code !== 'token') wrong.push(`${held.of.instance} ${held.tool} at ${of.instance} ${tool}: ${status} ${answer?.code}`)
        }
    console.info(`${apps.length} apps × ${doors.length} doors × ${tokens.length} tokens: ${refused} refused`)
    expect(wrong).toEqual([])
    expect(asked, 'only the calls that were let through reached a name').toBeLessThanOrEqual(apps.length * 5)
  })
})

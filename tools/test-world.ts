/** A world for tests: everything stays in memory and is written down. */
import type { Json, JsonObject } from '../schema/json/json.ts'
import type { FileTree } from '../schema/workspace/file-tree.ts'
import { mathInPlace } from './math/math-in-place.ts'
import { createMemoryTree } from './memory-tree.ts'
import type { Copied, HttpRequest, ToolWorld } from './ports.ts'

export interface TestWorld extends ToolWorld {
  readonly log: string[]
  clipboardText: string
  copied: readonly Copied[]
  /** What the person says when an app listens. */
  said: string
  saved: { name: string; content: string; type: string } | null
  fileText: string | null
  /** The folders of the workspace that were used, by the app's names for them. */
  readonly folders: Map<string, FileTree>
  attached: Uint8Array<ArrayBuffer> | null
  httpReply: (request: HttpRequest) => JsonObject
  modelReply: (question: Parameters<ToolWorld['llm']['ask']>[0]) => Json
}

export function createTestWorld(): TestWorld {
  const kept = new Map<string, Json>()
  let ids = 0
  const world: TestWorld = {
    log: [],
    clipboardText: '',
    copied: [],
    said: '',
    saved: null,
    fileText: null,
    folders: new Map(),
    attached: null,
    httpReply: () => ({ status: 200, ok: true, headers: {}, body: null }),
    modelReply: () => 'said',
    chance: { id: () => `id${++ids}`, random: () => 0.5 },
    storage: {
      get: async key => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
      remove: async key => void kept.delete(key),
      list: async () => [...kept.keys()],
      clear: async () => kept.clear(),
    },
    clipboard: {
      write: async text => {
        world.clipboardText = text
      },
      read: async () => world.clipboardText,
      history: async () => world.copied,
    },
    files: {
      open: async () => {
        const { fileText } = world
        return fileText === null
          ? null
          : {
              name: 'given.txt',
              type: 'text/plain',
              size: fileText.length,
              text: async () => fileText,
              attach: async () => ({ ref: 'file:1' }),
            }
      },
      save: async (name, content, type) => {
        world.saved = { name, content, type }
      },
    },
    workspace: {
      open: async folder => {
        const tree = world.folders.get(folder) ?? createMemoryTree()
        world.folders.set(folder, tree)
        return tree
      },
      change: async (folder, path, signal) => {
        const tree = await world.workspace.open(folder)
        return (await tree.watch(path, await tree.version(path), signal)).at
      },
      attach: async (name, bytes) => {
        world.attached = bytes
        return { ref: 'file:1', name, type: '', size: bytes.byteLength }
      },
      attachment: async ref => (ref === 'file:1' ? world.attached : null),
    },
    http: {
      send: async request => {
        world.log.push(`${request.method} ${request.url}`)
        return world.httpReply(request)
      },
    },
    notifications: { show: async ({ title }) => void world.log.push(`notify ${title}`), cancel: async id => void world.log.push(`cancel ${id}`) },
    sound: { play: name => void world.log.push(`sound ${name}`), tone: frequency => void world.log.push(`tone ${frequency}`) },
    print: async target => void world.log.push(`print ${target ?? 'all'}`),
    speech: {
      say: async (text, lang) => void world.log.push(`say ${text} in ${lang ?? 'own'}`),
      listen: async lang => {
        world.log.push(`listen in ${lang ?? 'own'}`)
        return world.said
      },
    },
    place: { here: async () => ({ latitude: 43.2571, longitude: -2.9232, accuracy: 12 }) },
    share: {
      link: async () => {
        world.log.push('share link')
        return 'https://desk.example/#/b/0'
      },
      qr: async () => void world.log.push('share qr'),
    },
    math: mathInPlace,
    llm: {
      ask: async question => {
        world.log.push(`ask ${question.prompt}`)
        return world.modelReply(question)
      },
    },
    celebrate: () => void world.log.push('celebrate'),
    apps: {
      open: async (app, params) => void world.log.push(`open ${app} ${JSON.stringify(params)}`),
      list: () => [{ name: 'Todos', icon: null, about: null, open: false }],
      close: async app => void world.log.push(`close ${app}`),
      focus: async app => void world.log.push(`focus ${app}`),
      install: async what => void world.log.push(`install ${JSON.stringify(what)}`),
      send: async ({ to, intent, data }, { hops = 0 }) => {
        world.log.push(`send ${intent} ${JSON.stringify(data)} to ${to ?? 'whom the person picks'} over ${hops}`)
        return { app: to ?? 'Todos' }
      },
    },
    system: {
      info: () => ({ language: 'en', timeZone: 'UTC', gateway: false, storage: 'memory', since: 0, apps: 1, open: 0 }),
      metrics: () => ({ timings: [], vitals: [], memory: null }),
      processes: () => [],
      kill: async id => void world.log.push(`kill ${id}`),
      log: () => [],
      settings: () => ({ look: 'auto', language: 'en', timeZone: 'UTC', currency: 'EUR' }),
      look: async mode => void world.log.push(`look ${mode}`),
      permissions: () => [],
    },
    events: { find: ({ after, kind, most }) => [{ after, kind, most }] },
  }
  return world
}

/** A world for tests: everything stays in memory and is written down. */
import type { Json, JsonObject } from '../schema/json/json.ts'
import type { HttpRequest, ToolWorld } from './ports.ts'

export interface TestWorld extends ToolWorld {
  readonly log: string[]
  clipboardText: string
  saved: { name: string; content: string; type: string } | null
  fileText: string | null
  httpReply: (request: HttpRequest) => JsonObject
}

export function createTestWorld(): TestWorld {
  const kept = new Map<string, Json>()
  let ids = 0
  const world: TestWorld = {
    log: [],
    clipboardText: '',
    saved: null,
    fileText: null,
    httpReply: () => ({ status: 200, ok: true, headers: {}, body: null }),
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
    http: {
      send: async request => {
        world.log.push(`${request.method} ${request.url}`)
        return world.httpReply(request)
      },
    },
    notifications: { show: async ({ title }) => void world.log.push(`notify ${title}`), cancel: id => void world.log.push(`cancel ${id}`) },
    sound: { play: name => void world.log.push(`sound ${name}`), tone: frequency => void world.log.push(`tone ${frequency}`) },
    print: async target => void world.log.push(`print ${target ?? 'all'}`),
    speech: { say: async (text, lang) => void world.log.push(`say ${text} in ${lang ?? 'own'}`) },
    celebrate: () => void world.log.push('celebrate'),
    events: { find: ({ after, kind, most }) => [{ after, kind, most }] },
  }
  return world
}

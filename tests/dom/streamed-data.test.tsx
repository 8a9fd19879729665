import { act, render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { catalog } from '../../components/index.ts'
import { createApp } from '../../engine/app/create-app.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'

const head = { blueprint: 1, app: { name: 'Sky' }, capabilities: [{ use: 'net:https://a.example' }] }
const data = { sky: { do: 'http.get', url: 'https://a.example/sky' } }
const view = { type: 'Async', of: 'sky', children: [{ type: 'Text', text: 'It is ${sky.value.sky}' }] }

it.each([
  ['before', { ...head, data, view }],
  ['behind', { ...head, view, data }],
])('[B6][B14] an Async that streamed with its source %s it shows what that answers', async (_, document) => {
  const { app: other, clock } = createTestApp({})
  const tools = { call: async () => ({ ok: true, status: 200, headers: {}, body: { sky: 'clear' } }) }
  const stream = createBlueprintStream()
  const app = createApp({ stream, ports: { ...other.ports, tools } })
  const { container } = render(<BlueprintView app={app} catalog={catalog} />)
  const text = JSON.stringify(document)
  for (let at = 0; at < text.length; at += 16) act(() => stream.push(text.slice(at, at + 16)))
  act(() => stream.end())
  expect(app.phase.value).toBe('inert')
  await act(async () => {
    app.start()
    await clock.advance(1000, async () => {
      for (let turn = 0; turn < 12; turn++) await Promise.resolve()
    })
  })
  expect(container.textContent).toBe('It is clear')
})

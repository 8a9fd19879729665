import { expect, it } from 'vitest'
import type { JsonObject } from '../schema/json/json.ts'
import { httpTool } from './http.ts'
import type { HttpRequest } from './ports.ts'
import { createTestWorld } from './test-world.ts'

const context = { gesture: false, signal: new AbortController().signal }
const table = 'city,rain\nRome,3\n"Vigo, Spain",9\n'

async function answerTo(args: JsonObject, reply: JsonObject): Promise<JsonObject> {
  const world = createTestWorld()
  world.httpReply = () => ({ status: 200, ok: true, headers: {}, ...reply })
  return (await httpTool('GET')({ url: 'https://a.example/', ...args }, world, context)) as JsonObject
}

it('gives a table as rows, where it was asked for or where the server says that it is one', async () => {
  const rows = [
    { city: 'Rome', rain: '3' },
    { city: 'Vigo, Spain', rain: '9' },
  ]
  const says = { headers: { 'content-type': 'text/CSV; charset=utf-8' }, body: table }
  expect((await answerTo({ read: 'csv' }, { body: table })).body).toEqual(rows)
  expect((await answerTo({}, says)).body).toEqual(rows)
  expect((await answerTo({ read: 'text' }, says)).body).toBe(table)
  expect((await answerTo({}, { body: table })).body).toBe(table)
})

it('leaves the words of an error as they are, and says what is wrong with a broken table', async () => {
  expect((await answerTo({ read: 'csv' }, { status: 404, ok: false, body: 'gone' })).body).toBe('gone')
  await expect(answerTo({ read: 'csv' }, { body: 'a,b\n"x,1' })).rejects.toMatchObject({ code: 'bad-csv' })
})

it('[S43] hands on the name of a key, and what else was asked', async () => {
  const world = createTestWorld()
  const sent: HttpRequest[] = []
  world.httpReply = request => {
    sent.push(request)
    return { status: 204, ok: true, headers: {}, body: null }
  }
  const args = { url: 'https://a.example/', secret: 'weather', body: [1], query: { q: 'x' }, headers: { accept: 'text/csv' }, read: 'json' }
  await httpTool('POST')(args, world, context)
  await httpTool('DELETE')({ url: 'https://a.example/1' }, world, context)
  expect(sent).toEqual([
    { method: 'POST', ...args },
    { method: 'DELETE', url: 'https://a.example/1' },
  ])
})

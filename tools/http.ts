import type { Json, JsonObject } from '../schema/json/json.ts'
import { parseCsv } from './csv.ts'
import type { HttpRequest } from './ports.ts'
import { type Tool, textOf } from './tool.ts'

const record = (value: unknown): JsonObject | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : undefined

/**
 * One request through the gateway's guarded proxy, which checks the grant again at each hop. A table arrives as rows where
 * it was asked for, or where the server says that it is one.
 */
export function httpTool(method: HttpRequest['method']): Tool {
  return async (args, { http }, { signal }) => {
    const query = record(args.query)
    const headers = record(args.headers)
    const answer = await http.send(
      {
        method,
        url: textOf(args.url),
        ...(query ? { query } : {}),
        ...(headers ? { headers } : {}),
        ...(args.body === undefined ? {} : { body: args.body }),
        ...(args.read === undefined ? {} : { read: textOf(args.read) }),
        ...(args.secret === undefined ? {} : { secret: textOf(args.secret) }),
      },
      signal,
    )
    const { body, ok } = answer
    const isTable = args.read === undefined ? mediaType(answer) === 'text/csv' : args.read === 'csv'
    return isTable && ok === true && typeof body === 'string' ? { ...answer, body: parseCsv(body) } : answer
  }
}

function mediaType({ headers }: JsonObject): string {
  const type: Json | undefined = record(headers)?.['content-type']
  return typeof type === 'string' ? (type.split(';')[0] ?? '').trim().toLowerCase() : ''
}

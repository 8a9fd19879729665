import type { JsonObject } from '../schema/json/json.ts'
import type { HttpRequest } from './ports.ts'
import { type Tool, textOf } from './tool.ts'

const record = (value: unknown): JsonObject | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : undefined

/** One request through the gateway's guarded proxy, which checks the grant again at each hop. */
export function httpTool(method: HttpRequest['method']): Tool {
  return (args, { http }, { signal }) => {
    const query = record(args.query)
    const headers = record(args.headers)
    return http.send(
      {
        method,
        url: textOf(args.url),
        ...(query ? { query } : {}),
        ...(headers ? { headers } : {}),
        ...(args.body === undefined ? {} : { body: args.body }),
        ...(args.read === undefined ? {} : { read: textOf(args.read) }),
      },
      signal,
    )
  }
}

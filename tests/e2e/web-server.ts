import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GatewayOptions } from '../../gateway/server.ts'

export interface WebRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface WebAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** A text as it is, else as JSON. */
  readonly body?: unknown
}

export interface WebServer {
  readonly port: number
  /** What it was asked so far. */
  readonly asked: WebRequest[]
  close(): Promise<void>
}

/** A server on this machine that stands for one of the web. */
export async function startWebServer(answer: (request: WebRequest) => WebAnswer | Promise<WebAnswer>): Promise<WebServer> {
  const asked: WebRequest[] = []
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const one: WebRequest = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
      asked.push(one)
      const { status = 200, headers = {}, body: reply = null } = await answer(one)
      const text = typeof reply === 'string'
      response.writeHead(status, { 'content-type': text ? 'text/plain' : 'application/json', ...headers })
      response.end(status === 204 ? undefined : text ? reply : JSON.stringify(reply))
    })()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A gateway to which every name leads to this machine, and one port of it is a server of the web. */
export function webOf({ port }: Pick<WebServer, 'port'>): Pick<GatewayOptions, 'addressRules' | 'plainSecrets'> {
  return {
    addressRules: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], allowAddress: (_, asked) => asked === port },
    plainSecrets: true,
  }
}

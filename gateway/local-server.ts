import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { GatewayFailure } from './failure.ts'

export interface LocalServer {
  /** On 127.0.0.1 alone; gives the port, which for 0 is a free one. Throws a `GatewayFailure` with the code `port-busy`. */
  listen(port: number): Promise<number>
  /** Stops listening, and ends what is under way. */
  close(): Promise<void>
}

/** Answers with `fetch` on a port of this machine. */
export function createLocalServer(fetch: (request: Request) => Promise<Response>): LocalServer {
  let server: Server | null = null
  return {
    async listen(wanted) {
      const listening = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
      const port = await listenLocally(listening, wanted)
      server = listening
      return port
    },
    async close() {
      const open = server
      server = null
      if (open === null) return
      await new Promise<void>(resolve => {
        open.close(() => resolve())
        open.closeAllConnections()
      })
    },
  }
}

/**
 * Listens on 127.0.0.1 and nothing else; gives the port, which for 0 is a free one. Throws `port-busy` also where
 * another program has the port on `::1` only: `localhost` would lead some browsers there.
 */
async function listenLocally(server: Server, port: number): Promise<number> {
  if (port !== 0 && (await answers('::1', port))) throw busy(port)
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(explain(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 500 })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    // Refused, no IPv6 on this machine, or silence: nobody a browser would get through to.
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

function busy(port: number, cause?: unknown): GatewayFailure {
  return new GatewayFailure('port-busy', `Port ${port} is in use by another program. Close it, or choose another port: PORT=${port + 1} npm start`, { cause })
}

function explain(error: Error, port: number): Error {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return busy(port, error)
  if (code === 'EACCES')
    return new GatewayFailure('port-forbidden', `This user may not listen on port ${port}. Choose one above 1023: PORT=4600 npm start`, {
      cause: error,
    })
  return error
}

import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** Names in lower case; of a repeated header the last. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/**
 * Sends exactly these lines (Host included or not, twice or malformed), since every client of HTTP mends
 * what it is given. A body gets its content-length.
 */
export function rawHttp(port: number, lines: readonly string[], body = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.setTimeout(10_000, () => socket.destroy(new Error(`No answer within ten seconds to ${lines[0]}`)))
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1')
      const [head = '', ...rest] = text.split('\r\n\r\n')
      const [first = '', ...headerLines] = head.split('\r\n')
      const headers = new Map(headerLines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
      resolve({ status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') })
    })
    const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
    socket.write(`${[...lines, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
  })
}

/**
 * Runs measures of the peers' harness, which reads its built pages from its working folder: started as a process of its
 * own there, it answers each message `{ measure, argument }` with what that measure gave, and ends when it is let go.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Harness {
  call(measure: string, argument: object): Promise<object>
  close(): Promise<void>
}

const harness: Harness = await import(pathToFileURL(resolve('run-web.mjs')).href)
process.on('message', ({ measure, argument }: { readonly measure: string; readonly argument: object }) => {
  harness.call(measure, argument).then(
    result => process.send?.(result),
    (cause: unknown) => process.send?.({ fail: String(cause) }),
  )
})
process.on('disconnect', () => void harness.close().finally(() => process.exit()))
process.send?.({ ready: true })

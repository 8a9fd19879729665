/**
 * The page in the hidden frame that has the worker. The desktop's own policy lets no text become the address of a
 * script, a worker's included; this page has nothing in it but this one address, and its policy lets that one through.
 */
import workerAddress from './math-worker.ts?worker&url'

interface TrustedTypesLike {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): URL }
}

function openWorker(): Worker {
  const address = new URL(workerAddress, location.href)
  const { trustedTypes } = window as { trustedTypes?: TrustedTypesLike }
  const trusted = trustedTypes?.createPolicy('math-worker', { createScriptURL: () => address.href }).createScriptURL('') ?? address
  return new Worker(trusted, { type: 'module', name: 'mathematics' })
}

/** Of the two ports one is for the worker, and one for what becomes of it. */
addEventListener('message', ({ source, origin, ports: [port, fate] }: MessageEvent) => {
  if (window.parent === window || source !== window.parent || origin !== location.origin || !port || !fate) return
  const fail = () => fate.postMessage({ failed: 'start' })
  try {
    const worker = openWorker()
    worker.addEventListener('error', fail)
    worker.postMessage(null, [port])
  } catch {
    // The server gave this page the desktop's policy, which lets no worker be opened.
    fail()
  }
})

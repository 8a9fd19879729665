/** Builds the page that is measured, and drives it in a Chromium of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright'
import { build } from 'vite'
import { findBrowser } from '../browser.ts'
import type { StreamResult, StreamRun, Times } from './page/index.ts'

/** What the page offers, by name. */
interface Measures {
  stream(run: StreamRun): StreamResult
  change(run: { readonly engine: string; readonly count: number }): Times
  type(run: { readonly engine: string }): Times
  mount(run: { readonly engine: string; readonly count: number }): Times & { readonly html: string }
  rows(run: { readonly count: number; readonly what: 'append' | 'change' }): Times
  derived(run: { readonly count: number; readonly what: 'record' | 'note' }): Times
}

interface ProductMeasures {
  launch(): readonly number[]
  call(): readonly number[]
}

export interface Bench {
  /** Runs one measure in a fresh page; `cpu` is the script time of its main thread between its marks, in milliseconds. */
  run<M extends keyof Measures>(measure: M, argument: Parameters<Measures[M]>[0]): Promise<{ readonly result: ReturnType<Measures[M]>; readonly cpu: number }>
  /** Bytes of heap that an app of so many components takes once it has been streamed, after garbage collection. */
  heap(engine: string, components: number): Promise<number>
  /** The same in a page with the product's own components. */
  product(measure: keyof ProductMeasures): Promise<readonly number[]>
  readonly version: string
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const scripts = new Map([
    ['/bench.js', await buildPage('index.ts')],
    ['/product.js', await buildPage('product.tsx')],
  ])
  const server = createServer((request, response) => {
    // Isolated from other origins, a page reads its clock in steps of 5 µs instead of 100.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-embedder-policy', 'require-corp')
    const url = request.url ?? '/'
    const script = scripts.get(url)
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? `<!doctype html><meta charset="utf-8"><body><script src="${url}.js"></script>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { executablePath, args } = await findBrowser()
  // So that a measure can begin without the garbage of the one before.
  const browser = await chromium.launch({ executablePath, args: [...args, '--js-flags=--expose-gc'] })
  return {
    version: browser.version(),
    run: (measure, argument) => runIn(browser, port, measure, argument),
    heap: (engine, components) => heapOf(browser, port, { engine, shape: 'flat', components, mode: 'frame' }),
    async product(measure) {
      const page = await browser.newPage()
      try {
        await page.goto(`http://127.0.0.1:${port}/product`)
        return await page.evaluate(name => window.product[name](), measure)
      } finally {
        await page.close()
      }
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

async function runIn<M extends keyof Measures>(browser: Browser, port: number, measure: M, argument: unknown) {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  const session = await page.context().newCDPSession(page)
  // Thread time: what other programs do on the machine is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const marks: number[] = []
  await page.exposeFunction('mark', async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    marks.push((metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000)
  })
  try {
    await page.goto(`http://127.0.0.1:${port}/bench`)
    const result = await page.evaluate(({ name, given }) => window.bench[name](given as never) as Promise<unknown>, { name: measure, given: argument })
    if (faults.length > 0) throw new Error(faults[0])
    return { result: result as ReturnType<Measures[M]>, cpu: (marks[1] ?? 0) - (marks[0] ?? 0) }
  } finally {
    await page.close()
  }
}

async function heapOf(browser: Browser, port: number, argument: StreamRun): Promise<number> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  await page.exposeFunction('mark', () => {})
  try {
    await page.goto(`http://127.0.0.1:${port}/bench`)
    const before = await used()
    await page.evaluate(async given => void (await window.bench.stream(given)), argument)
    return (await used()) - before
  } finally {
    await page.close()
  }
}

async function buildPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // Also from within Vitest, which calls itself a test.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      rolldownOptions: { input: `${import.meta.dirname}/page/${entry}`, output: { format: 'iife' } },
    },
  })
  const output = (Array.isArray(built) ? built : [built]).flatMap(made => ('output' in made ? made.output : []))
  const chunk = output.find(made => made.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('The page of the benchmark did not come out as one script.')
  return chunk.code
}

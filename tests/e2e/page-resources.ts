import type { CDPSession, Page } from 'playwright'

/** What a page holds on to, counted after garbage collection. */
export interface PageResources {
  /** Bytes of the heap. */
  readonly heap: number
  /** DOM nodes, those that are attached nowhere included. */
  readonly nodes: number
  readonly listeners: number
  /** Timers and intervals that are still to come. */
  readonly timers: number
  readonly frames: number
  /** Channels between tabs, and ports, that are open. */
  readonly channels: number
  /** Observers of sizes, of intersections and of the DOM that observe something. */
  readonly observers: number
  /** Web Locks that are held or waited for. */
  readonly locks: number
  /** Functions, and Maps, that can still be reached. */
  readonly functions: number
  readonly maps: number
}

type Counted = 'timers' | 'frames' | 'channels' | 'observers'

/** Begins to count what only the page itself can; before it goes anywhere. */
export async function countResources(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = { timers: new Set<unknown>(), frames: new Set<unknown>(), channels: new Set<unknown>(), observers: new Set<unknown>() }
    Object.assign(window, {
      countLive: () => ({ timers: live.timers.size, frames: live.frames.size, channels: live.channels.size, observers: live.observers.size }),
    })
    const { setTimeout, setInterval, clearTimeout, clearInterval, requestAnimationFrame, cancelAnimationFrame } = window
    type Run = (...given: unknown[]) => void
    Object.assign(window, {
      setTimeout(run: Run, ms?: number, ...given: unknown[]) {
        const timer = setTimeout.call(
          window,
          () => {
            live.timers.delete(timer)
            run(...given)
          },
          ms,
        )
        live.timers.add(timer)
        return timer
      },
      setInterval(...given: Parameters<typeof setInterval>) {
        const timer = setInterval.apply(window, given)
        live.timers.add(timer)
        return timer
      },
      clearTimeout(timer?: number) {
        live.timers.delete(timer)
        clearTimeout.call(window, timer)
      },
      clearInterval(timer?: number) {
        live.timers.delete(timer)
        clearInterval.call(window, timer)
      },
      requestAnimationFrame(run: FrameRequestCallback) {
        const frame = requestAnimationFrame.call(window, time => {
          live.frames.delete(frame)
          run(time)
        })
        live.frames.add(frame)
        return frame
      },
      cancelAnimationFrame(frame: number) {
        live.frames.delete(frame)
        cancelAnimationFrame.call(window, frame)
      },
    })
    const Channel = BroadcastChannel
    Object.assign(window, {
      BroadcastChannel: class extends Channel {
        constructor(name: string) {
          super(name)
          live.channels.add(this)
        }
        override close() {
          live.channels.delete(this)
          super.close()
        }
      },
    })
    for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
      const { prototype } = window[name] as unknown as { prototype: { observe: Run; unobserve?: Run; disconnect: Run } }
      const { observe, disconnect } = prototype
      const observed = new WeakMap<object, Set<unknown>>()
      const unobserve = prototype.unobserve
      prototype.observe = function (this: object, ...given: unknown[]) {
        const targets = observed.get(this) ?? new Set()
        observed.set(this, targets.add(given[0]))
        live.observers.add(this)
        return observe.apply(this, given)
      }
      if (unobserve)
        prototype.unobserve = function (this: object, ...given: unknown[]) {
          const targets = observed.get(this)
          targets?.delete(given[0])
          if (targets?.size === 0) live.observers.delete(this)
          return unobserve.apply(this, given)
        }
      prototype.disconnect = function (this: object) {
        observed.delete(this)
        live.observers.delete(this)
        return disconnect.apply(this)
      }
    }
  })
}

/** Collects the garbage of a page that `countResources` was called for, and counts what is left. */
export async function resourcesOf(page: Page, session: CDPSession): Promise<PageResources> {
  // What a first collection ends, as what is cleaned up when something is gone, is the second's.
  for (let time = 0; time < 3; time++) {
    await session.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(50)
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const counted = await page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    return { ...(window as unknown as { countLive(): Record<Counted, number> }).countLive(), locks: held.length + pending.length }
  })
  return { heap: usedSize, nodes, listeners: jsEventListeners, ...counted, functions: await countOf(session, 'Function'), maps: await countOf(session, 'Map') }
}

/** How many objects of a class there are, those of its subclasses included. */
async function countOf(session: CDPSession, name: string): Promise<number> {
  const objectGroup = 'counting'
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup })
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '', objectGroup })
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  })
  await session.send('Runtime.releaseObjectGroup', { objectGroup })
  return length.value
}

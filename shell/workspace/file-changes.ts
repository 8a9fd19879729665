/** What changed in the workspace, told to whoever waits for it in this tab and in the others. */
export interface FileChanges {
  /** `path` begins with the folder: `Notes/today.md`. A folder alone, or nothing, says that folders come or go. */
  tell(path: string): void
  /** Resolves when a folder comes or goes. Rejects with the signal's reason. */
  nextPlace(signal: AbortSignal): Promise<void>
  /** Told whenever another tab changed something. */
  onOther(listener: () => void): () => void
  /** A text for how things stand now. */
  version(): string
  /** Resolves with the next version once something at, below or above `path` is other than at `since`. Rejects with the signal's reason. */
  next(path: string, since: string, signal: AbortSignal): Promise<string>
}

/** As many are remembered; who asks for older ones is told that something changed. */
const REMEMBERED = 500

export function createFileChanges(channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null): FileChanges {
  /** Differs for each page: a version of another page is old in this one. */
  const page = Math.random().toString(36).slice(2)
  const recent: { readonly at: number; readonly path: string }[] = []
  const waiting = new Set<() => void>()
  const others = new Set<() => void>()
  const places = new Set<() => void>()
  let count = 0

  const note = (path: string) => {
    recent.push({ at: ++count, path })
    if (recent.length > REMEMBERED) recent.shift()
    for (const look of [...waiting]) look()
    if (!path.includes('/')) for (const come of [...places]) come()
  }
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string') return
      for (const listener of others) listener()
      note(data)
    }
  const changed = (path: string, since: string): boolean => {
    const [of, number] = since.split(' ')
    const last = of === page ? Number(number) : -1
    if (last < count - recent.length) return true
    return recent.some(change => change.at > last && touches(change.path, path))
  }
  const changes: FileChanges = {
    tell(path) {
      note(path)
      channel?.postMessage(path)
    },
    nextPlace: signal =>
      new Promise((resolve, reject) => {
        const stop = () => {
          places.delete(come)
          reject(signal.reason)
        }
        const come = () => {
          places.delete(come)
          signal.removeEventListener('abort', stop)
          resolve()
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', stop)
        places.add(come)
      }),
    onOther(listener) {
      others.add(listener)
      return () => void others.delete(listener)
    },
    version: () => `${page} ${count}`,
    next: (path, since, signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!changed(path, since)) return
          done()
          resolve(changes.version())
        }
        const stop = () => {
          done()
          reject(signal.reason)
        }
        const done = () => {
          waiting.delete(look)
          signal.removeEventListener('abort', stop)
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', stop)
        waiting.add(look)
        look()
      }),
  }
  return changes
}

function touches(one: string, other: string): boolean {
  return one === '' || other === '' || one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
}

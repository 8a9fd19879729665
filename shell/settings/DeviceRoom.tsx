import { type ReactNode, useEffect, useState } from 'react'
import { sizeWords } from '../workspace/file-words.ts'

interface Device {
  readonly used: number
  readonly most: number
  readonly persisted: boolean
}

/** What this browser lets the desktop keep, and whether it may clear it by itself when space runs low. */
export function DeviceRoom(): ReactNode {
  const [device, setDevice] = useState<Device | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    // A browser that does not tell shows nothing here.
    look().then(setDevice, () => undefined)
  }, [])
  if (device === null) return null
  const keep = async () => {
    const yes = await navigator.storage.persist().catch(() => false)
    setSaid(yes ? '' : 'The browser did not agree. Many do once the desktop is a bookmark, or was used for some days; until then, export what matters.')
    await look().then(setDevice, () => undefined)
  }
  return (
    <>
      <p className="ui-note">
        All of it takes {sizeWords(device.used)}; this browser has room for {sizeWords(device.most)}.{' '}
        {device.persisted ? 'It keeps it, also when space runs low.' : 'When space runs low it may clear it by itself.'}
      </p>
      {device.persisted ? null : (
        <button type="button" className="ui-button" onClick={() => void keep()}>
          Keep it also when space runs low
        </button>
      )}
      <p className="ui-note" role="status">
        {said}
      </p>
    </>
  )
}

/** Null where the browser does not tell. */
async function look(): Promise<Device | null> {
  const storage = navigator.storage as StorageManager | undefined
  if (!storage?.estimate) return null
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([storage.estimate(), storage.persisted()])
  return { used: usage, most: quota, persisted }
}

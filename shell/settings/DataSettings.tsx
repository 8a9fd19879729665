import { type ReactNode, useState } from 'react'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { saveTextFile } from '../services/save-file.ts'

/** Everything as one file, also what the device refused to keep. */
export function DataSettings(): ReactNode {
  const desk = useDesk()
  const { store } = desk.services
  const [said, setSaid] = useState<string | null>(null)
  const exportAll = async () => {
    setSaid('Gathering…')
    try {
      const file = await store.exportEverything(new Date(), desk.liveStates())
      saveTextFile(`cyanotype-${file.at.slice(0, 10)}.json`, 'application/json', JSON.stringify(file))
      setSaid(file.apps.length === 1 ? 'One app is in the file, with its data.' : `${file.apps.length} apps are in the file, with their data.`)
    } catch (cause) {
      setSaid(`Nothing was exported. ${toFailure(cause).message}`)
    }
  }
  return (
    <div className="settings-data">
      <p className="ui-note">
        {store.kind === 'disk'
          ? 'Apps and what you enter in them are kept in this browser, on this device.'
          : 'This browser does not let the page keep anything: all of it is gone when the page is closed. Export what you want to keep.'}
      </p>
      <button type="button" className="ui-button" onClick={() => void exportAll()}>
        Export everything
      </button>
      <p className="ui-note" role="status">
        {said}
      </p>
    </div>
  )
}

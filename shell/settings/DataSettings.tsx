import { type ReactNode, useState } from 'react'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { saveTextFile } from '../services/save-file.ts'
import { exportFiles } from '../workspace/export-files.ts'
import { workspaceOf } from '../workspace/page-workspace.ts'
import { DeviceRoom } from './DeviceRoom.tsx'
import { UsageList } from './UsageList.tsx'

/** Everything as one file, also what the device refused to keep. */
export function DataSettings(): ReactNode {
  const desk = useDesk()
  const { store, gateway, clock } = desk.services
  const [said, setSaid] = useState<string | null>(null)
  const exportAll = async () => {
    setSaid('Gathering…')
    try {
      const file = await store.exportEverything(new Date(), desk.liveStates())
      // What a browser that keeps no files cannot give must not keep the apps from being exported.
      const files = await workspaceOf(gateway, clock).then(exportFiles).catch(toFailure)
      const kept = 'code' in files ? { files: [], missing: ` The files of the workspace are not in it: ${files.message}` } : { files, missing: '' }
      saveTextFile(`cyanotype-${file.at.slice(0, 10)}.json`, 'application/json', JSON.stringify({ ...file, files: kept.files }))
      const words = file.apps.length === 1 ? 'One app is in the file, with its data.' : `${file.apps.length} apps are in the file, with their data.`
      setSaid(words + kept.missing)
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
      <UsageList />
      <DeviceRoom />
      <button type="button" className="ui-button" onClick={() => void exportAll()}>
        Export everything
      </button>
      <p className="ui-note" role="status">
        {said}
      </p>
    </div>
  )
}

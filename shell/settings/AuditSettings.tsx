import type { ReactNode } from 'react'
import { useDesk } from '../desktop/desk-context.ts'

export function AuditSettings(): ReactNode {
  const desk = useDesk()
  return (
    <div className="settings-data">
      <p className="ui-note">
        Every call of a tool, and every yes and no, is written down in this browser: names and addresses, never what you entered. You can look through it, and
        save it as a file.
      </p>
      <button type="button" className="ui-button" onClick={() => desk.showPanel({ kind: 'audit', app: null })}>
        Show what apps did
      </button>
    </div>
  )
}

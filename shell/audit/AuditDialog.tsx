import { type ReactNode, useEffect } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { auditParts } from '../desktop/load-later.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import './Audit.css'

/** What apps did; begins with one app where it was opened for that. */
export function AuditDialog({ app }: { readonly app: string | null }): ReactNode {
  const desk = useDesk()
  const List = useSignalValue(auditParts.part)?.AuditList
  const missing = useSignalValue(auditParts.missing)
  useEffect(() => {
    auditParts.load().catch(() => undefined)
  }, [])
  return (
    <ShellDialog title="What apps did" size="l" onClose={() => desk.closePanel()}>
      <div className="ui-dialog-body audit">
        {List ? <List app={app} /> : <p role="status">{missing ? 'This could not be loaded. Reload the page; nothing is lost.' : 'Reading…'}</p>}
      </div>
    </ShellDialog>
  )
}

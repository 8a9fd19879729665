import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { ApprovalSheet } from '../approval/ApprovalSheet.tsx'
import { SensitiveDialog } from '../approval/SensitiveDialog.tsx'
import { DetailsDialog } from '../details/DetailsDialog.tsx'
import { EditDialog } from '../details/EditDialog.tsx'
import { ShareDialog } from '../details/ShareDialog.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useDesk } from './desk-context.ts'
import { Launcher } from './Launcher.tsx'
import { ShellDialog } from './ShellDialog.tsx'

/** What stands over the desktop: the one dialog that is open, and above it the question that an app asks. */
export function Panels(): ReactNode {
  return (
    <>
      <Panel />
      <ApprovalSheet />
    </>
  )
}

function Panel(): ReactNode {
  const desk = useDesk()
  const panel = useSignalValue(desk.panel)
  const sessions = useSignalValue(desk.sessions)
  switch (panel?.kind) {
    case undefined:
      return null
    case 'apps':
      return <Launcher />
    case 'settings':
      return <SettingsDialog />
    case 'edit':
      return <EditDialog plan={panel.plan} />
    case 'confirm':
      return <ConfirmDialog key={panel.question.text} name={panel.name} question={panel.question} onAnswer={panel.answer} />
    case 'sensitive':
      return <SensitiveDialog name={panel.name} capability={panel.capability} onAnswer={panel.answer} />
    case 'failure':
      return (
        <ShellDialog title={panel.title} size="s" onClose={() => desk.closePanel()}>
          <div className="ui-dialog-body">
            <p>{panel.failure.message}</p>
          </div>
        </ShellDialog>
      )
    case 'details':
    case 'share': {
      const session = sessions.get(panel.id)
      if (!session) return null
      return panel.kind === 'details' ? <DetailsDialog session={session} /> : <ShareDialog session={session} />
    }
  }
}

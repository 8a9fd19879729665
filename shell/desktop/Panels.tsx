import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { ApprovalSheet } from '../approval/ApprovalSheet.tsx'
import { SensitiveDialog } from '../approval/SensitiveDialog.tsx'
import { HandoverDialog } from '../apps/HandoverDialog.tsx'
import { AuditDialog } from '../audit/AuditDialog.tsx'
import { DetailsDialog } from '../details/DetailsDialog.tsx'
import { EditDialog } from '../details/EditDialog.tsx'
import { ShareDialog } from '../details/ShareDialog.tsx'
import { FlowDialog } from '../flow/FlowDialog.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useDesk } from './desk-context.ts'
import { Launcher } from './Launcher.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { fileParts } from './load-later.ts'
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
  const filesParts = useSignalValue(fileParts.part)
  const sessions = useSignalValue(desk.sessions)
  switch (panel?.kind) {
    case undefined:
      return null
    case 'apps':
      return <Launcher />
    case 'files':
      return filesParts ? <filesParts.FilesPanel /> : null
    case 'settings':
      return <SettingsDialog />
    case 'audit':
      return <AuditDialog key={panel.app} app={panel.app} />
    case 'edit':
      return <EditDialog plan={panel.plan} />
    case 'confirm':
      return <ConfirmDialog key={panel.question.text} name={panel.name} question={panel.question} onAnswer={panel.answer} />
    case 'sensitive':
      return <SensitiveDialog name={panel.name} capability={panel.capability} call={panel.call} onRemember={panel.remember} onAnswer={panel.answer} />
    case 'link':
      return <LinkDialog key={panel.href} name={panel.name} href={panel.href} labels={panel.labels} />
    case 'flow':
      return <FlowDialog question={panel.question} onAnswer={panel.answer} />
    case 'handover':
      return <HandoverDialog question={panel.question} onAnswer={panel.answer} />
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

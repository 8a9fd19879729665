import { type ReactNode, useId } from 'react'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { AuditSettings } from './AuditSettings.tsx'
import { CopiedSettings } from './CopiedSettings.tsx'
import { DataSettings } from './DataSettings.tsx'
import { MarkSettings } from './MarkSettings.tsx'
import { ModelSettings } from './ModelSettings.tsx'
import { PermissionSettings } from './PermissionSettings.tsx'
import { SecretSettings } from './SecretSettings.tsx'
import { SoundSettings } from './SoundSettings.tsx'
import './Settings.css'

export function SettingsDialog(): ReactNode {
  const desk = useDesk()
  return (
    <ShellDialog title="Settings" size="l" onClose={() => desk.closePanel()}>
      <div className="ui-dialog-body settings">
        <Section title="Models">
          <ModelSettings />
        </Section>
        <Section title="Appearance">
          <AppearanceSettings />
        </Section>
        <Section title="What apps are allowed">
          <PermissionSettings />
        </Section>
        <Section title="What apps did">
          <AuditSettings />
        </Section>
        <Section title="Your mark">
          <MarkSettings />
        </Section>
        <Section title="Keys for servers">
          <SecretSettings />
        </Section>
        <Section title="Sound">
          <SoundSettings />
        </Section>
        <Section title="Copied by your apps">
          <CopiedSettings />
        </Section>
        <Section title="Your data">
          <DataSettings />
        </Section>
      </div>
    </ShellDialog>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

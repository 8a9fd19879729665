import type { ReactNode } from 'react'
import { capabilityWords } from '../../schema/capability-words.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import type { EditPlan } from '../session/plan-edit.ts'
import './EditDialog.css'
import { YourMark } from '../mark/YourMark.tsx'

/** Operations that are listed; the rest is counted. */
const mostListed = 12

/** What an edit would change, in words, before it is applied. */
export function EditDialog({ plan }: { readonly plan: EditPlan }): ReactNode {
  const desk = useDesk()
  const { app, say, changes, gains, losses, setAside } = plan
  const further = changes.length - mostListed
  return (
    <ShellDialog title={`Change ${appNameForPeople(app.name)}?`} size="s" asks onClose={() => desk.closePanel()}>
      <div className="ui-dialog-body edit-plan">
        {say ? <p>The edit says: “{say}”</p> : null}
        {changes.length > 0 ? (
          <ul>
            {changes.slice(0, mostListed).map((change, index) => (
              <li key={index}>{change}</li>
            ))}
            {further > 0 ? <li>and {further} more</li> : null}
          </ul>
        ) : (
          <p>It changes nothing.</p>
        )}
        <Capabilities title="It would gain, if you allow it" list={gains} />
        <Capabilities title="It would lose" list={losses} />
        {setAside.length > 0 ? (
          <p>
            There will be no place for all that you entered in {setAside.map(name => `“${name}”`).join(', ')}. It is set aside, not deleted: About, Set aside
            has it.
          </p>
        ) : (
          <p className="ui-note">What you entered stays.</p>
        )}
      </div>
      <footer className="ui-dialog-foot">
        <YourMark />
        <button type="button" className="ui-button" data-focus-first onClick={() => desk.closePanel()}>
          {changes.length > 0 ? 'Leave it as it is' : 'Close'}
        </button>
        {changes.length > 0 ? (
          <button
            type="button"
            className="ui-button"
            data-kind="primary"
            onClick={() => {
              desk.closePanel()
              void desk.applyEdit(app.instance, plan.edit)
            }}
          >
            Change it
          </button>
        ) : null}
      </footer>
    </ShellDialog>
  )
}

function Capabilities({ title, list }: { readonly title: string; readonly list: readonly string[] }): ReactNode {
  return list.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {list.map(capability => (
          <li key={capability}>{capabilityWords(capability).title}</li>
        ))}
      </ul>
    </section>
  )
}

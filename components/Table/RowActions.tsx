import { Button } from 'react-aria-components/Button'
import { Icon } from '../Icon/Icon.tsx'
import { Menu } from '../Menu/Menu.tsx'
import { useSay } from '../words/say.ts'

export interface RowAction {
  readonly label: string
  readonly icon: string | undefined
  readonly tone: 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'accent' | undefined
  readonly run: () => void
}

/** What can be done with a row: one or two with icons as buttons, otherwise a menu. */
export function RowActions({ actions, rowName, rowNameId }: { readonly actions: readonly RowAction[]; readonly rowName: string; readonly rowNameId: string }) {
  const say = useSay()
  const first = actions[0]
  if (!first) return null
  const asButtons = actions.length === 1 || (actions.length === 2 && actions.every(action => action.icon))
  if (!asButtons)
    return (
      <Menu
        label={rowName === '' ? say('Actions') : say('Actions for {name}', { name: rowName })}
        icon="ellipsis"
        variant="quiet"
        hideLabel
        items={actions.map(({ label, icon, tone, run }) => ({ label, icon, tone, do: run }))}
      />
    )
  return (
    <span className="cy-table-actions">
      {actions.map((action, index) => (
        <Button
          key={index}
          className="cy-table-action"
          aria-label={action.label}
          aria-describedby={rowNameId}
          {...(action.tone ? { 'data-tone': action.tone } : {})}
          onPress={action.run}
        >
          {action.icon ? <Icon name={action.icon} size="s" /> : action.label}
        </Button>
      ))}
    </span>
  )
}

import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Icon } from '../Icon/Icon.tsx'
import { AppPopover as Popover } from '../overlay/AppPopover.tsx'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { longList } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import type { Choice } from './options.ts'
import './popover.css'

/** The list that opens below a Select or a ComboBox of react-aria, with what is chosen ticked. */
export function ChoiceList({ choices, empty }: { choices: readonly Choice[]; empty?: string }) {
  const say = useSay()
  const long = choices.length > longList
  return (
    <Popover className="cy-pop" offset={4} containerPadding={8}>
      <ItemWindow long={long}>
        <ListBox
          className="cy-options"
          data-long={long ? '' : undefined}
          renderEmptyState={() => <div className="cy-options-empty">{empty ?? say('Nothing to choose from.')}</div>}
          items={choices}
        >
          {choice => (
            <ListBoxItem id={choice.id} textValue={choice.label} isDisabled={choice.disabled} className="cy-option">
              {choice.icon ? <Icon name={choice.icon} size="s" /> : null}
              <span className="cy-option-label">{choice.label}</span>
              <Check className="cy-option-tick" size={15} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </ItemWindow>
    </Popover>
  )
}

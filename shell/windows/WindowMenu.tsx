import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { SnapPlace } from './geometry.ts'

const places: readonly { readonly id: SnapPlace; readonly label: string }[] = [
  { id: 'left', label: 'Left half' },
  { id: 'right', label: 'Right half' },
  { id: 'top-left', label: 'Top left quarter' },
  { id: 'top-right', label: 'Top right quarter' },
  { id: 'bottom-left', label: 'Bottom left quarter' },
  { id: 'bottom-right', label: 'Bottom right quarter' },
]

export interface WindowMenuProps {
  readonly id: string
  readonly full: boolean
  readonly picture: ReactNode
  readonly onKeys: (mode: 'move' | 'resize') => void
}

/** Behind the hash picture: everything that the pointer does to a window, for the keyboard. */
export function WindowMenu({ id, full, picture, onKeys }: WindowMenuProps): ReactNode {
  const desk = useDesk()
  const inspected = useSignalValue(desk.inspected)
  if (full) return <span className="title-bar-menu">{picture}</span>
  return (
    <MenuTrigger>
      <Button className="title-bar-menu" aria-label="Place this window">
        {picture}
      </Button>
      <Popover placement="bottom start" offset={4}>
        <Menu
          className="window-menu"
          aria-label="Place this window"
          onAction={key => {
            const place = places.find(other => other.id === key)
            if (key === 'inspect') desk.toggleInspector(id)
            else if (place) desk.arrange({ do: 'snap', id, place: place.id })
            // After the menu has closed and given the focus back.
            else requestAnimationFrame(() => onKeys(key === 'resize' ? 'resize' : 'move'))
          }}
        >
          <MenuItem id="move">Move with the arrow keys</MenuItem>
          <MenuItem id="resize">Resize with the arrow keys</MenuItem>
          <Separator />
          {places.map(place => (
            <MenuItem key={place.id} id={place.id}>
              {place.label}
            </MenuItem>
          ))}
          <Separator />
          <MenuItem id="inspect">{inspected === id ? 'Close the inspector' : 'Inspect'}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

import { Button } from 'react-aria-components/Button'
import { Menu } from '../Menu/Menu.tsx'
import { useSay } from '../words/say.ts'
import type { CardMove } from './BoardColumnView.tsx'

/** The two ways to move a card that need no pointer: a handle that starts a drag, and a menu. */
export function CardTools({ name, moves }: { readonly name: string; readonly moves: readonly CardMove[] }) {
  const say = useSay()
  return (
    <span className="cy-board-tools">
      <Button slot="drag" className="cy-board-grip" aria-label={say('Drag {name}', { name })}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01" />
        </svg>
      </Button>
      {moves.length > 0 ? <Menu label={say('Move {name}', { name })} icon="ellipsis" variant="quiet" hideLabel items={moves} /> : null}
    </span>
  )
}

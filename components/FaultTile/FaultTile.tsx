import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useSay } from '../words/say.ts'
import '../theme/layers.css'
import './FaultTile.css'

export interface FaultTileProps {
  readonly title: string
  readonly message: string
  readonly onRetry?: () => void
}

/** Stands in the place of a component that cannot be drawn: what is wrong, and a way to try again where there is one. */
export function FaultTile({ title, message, onRetry }: FaultTileProps): ReactNode {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields
    <div className="cy-fault" role="group" aria-label={title} data-phase="faulty">
      <p className="cy-fault-title">{title}</p>
      <p className="cy-fault-message">{message}</p>
      {onRetry && (
        <AriaButton className="cy-fault-retry" onPress={() => onRetry()}>
          {say('Try again')}
        </AriaButton>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import '../theme/layers.css'
import './Pending.css'

export interface PendingProps {
  readonly label?: string
}

/** Stands where something is still to come: a quiet block of the size of one line of content. */
export function Pending({ label }: PendingProps): ReactNode {
  return (
    <div className="cy-pending" data-phase="outline" aria-hidden={label ? undefined : true}>
      {label}
    </div>
  )
}

import { type ReactNode, useMemo } from 'react'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { usePortalContainer } from '../portal.ts'
import { createPopoverBoundary } from './popover-boundary.ts'

/** React Aria's popover, which turns and shrinks to stay inside the app it belongs to instead of inside the page. */
export function AppPopover(props: PopoverProps): ReactNode {
  const container = usePortalContainer()
  const boundary = useMemo(() => (container ? createPopoverBoundary(container) : null), [container])
  return <Popover offset={4} containerPadding={8} {...(boundary ? { boundaryElement: boundary } : {})} {...props} />
}

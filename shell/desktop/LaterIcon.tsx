import type { ReactNode } from 'react'
import type { IconProps } from '../../components/Icon/Icon.tsx'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { iconParts } from './load-later.ts'
import './LaterIcon.css'

/** An icon where the desktop is painted first: its place is kept free until the pictures are there. */
export function LaterIcon({ name, size }: Pick<IconProps, 'name'> & { readonly size: 's' | 'm' | 'l' }): ReactNode {
  const Icon = useSignalValue(iconParts.part)?.Icon
  return Icon ? <Icon name={name} size={size} /> : <span className="later-icon" data-size={size} aria-hidden="true" />
}

import type { CSSProperties } from 'react'
import './theme/layers.css'

/** What every component may be given beside its own properties. */
export interface CommonRootProps {
  readonly id?: string | undefined
  readonly span?: number | undefined
  readonly grow?: boolean | number | undefined
  readonly width?: string | number | undefined
  readonly surface?: string | undefined
  readonly pad?: string | undefined
  readonly noPrint?: boolean | undefined
  readonly tip?: string | undefined
  readonly phase?: 'outline' | 'developed' | 'faulty' | undefined
}

export interface RootAttributes {
  className: string
  style?: CSSProperties
  'data-phase'?: string
  'data-node'?: string
  'data-span'?: number
  'data-grow'?: ''
  'data-width'?: string
  'data-surface'?: string
  'data-pad'?: string
  'data-no-print'?: ''
  'data-tip'?: string
}

const sizes = new Set(['s', 'm', 'l', 'xl', 'full'])
const surfaces = new Set(['plain', 'card', 'sunken', 'accent'])
const gaps = new Set(['none', 's', 'm', 'l', 'xl'])

/**
 * The attributes of a component's root element: its class, `data-phase`, and the properties that all
 * components have in common, which `components/theme/common.css` draws.
 *
 * `ariaLabel` is not among them: where it belongs depends on the element's role, and only the
 * component knows it (a plain `div` may not be named; see `groupName`). `data-tip` is shown by the app's root.
 */
export function rootProps(props: CommonRootProps, className: string, style?: CSSProperties): RootAttributes {
  const root: RootAttributes = { className }
  const inline: Record<string, string | number> = { ...(style as Record<string, string | number>) }
  if (props.phase) root['data-phase'] = props.phase
  if (props.id) root['data-node'] = props.id
  if (typeof props.span === 'number' && props.span >= 1) {
    root['data-span'] = Math.min(12, Math.floor(props.span))
    inline['--span'] = root['data-span']
  }
  if (props.grow === true || (typeof props.grow === 'number' && props.grow > 0)) {
    root['data-grow'] = ''
    inline['--grow'] = props.grow === true ? 1 : Math.min(100, props.grow)
  }
  if (typeof props.width === 'string' && sizes.has(props.width)) root['data-width'] = props.width
  if (props.surface && surfaces.has(props.surface)) root['data-surface'] = props.surface
  if (props.pad && gaps.has(props.pad)) root['data-pad'] = props.pad
  if (props.noPrint) root['data-no-print'] = ''
  if (props.tip) root['data-tip'] = props.tip
  if (Object.keys(inline).length > 0) root.style = inline
  return root
}

/** For a root that is a plain `div`: a name makes it a group. */
export function groupName(props: { readonly ariaLabel?: string | undefined }): { role?: 'group'; 'aria-label'?: string } {
  return props.ariaLabel ? { role: 'group', 'aria-label': props.ariaLabel } : {}
}

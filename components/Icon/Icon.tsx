import type { LucideIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { type CommonRootProps, rootProps } from '../root-props.ts'
import { commonIcons } from './common-icons.ts'
import { readIconName } from './icon-name.ts'
import './Icon.css'

export interface IconProps extends CommonRootProps {
  /** A lucide name or one emoji. */
  readonly name?: string | null | undefined
  /** What it says to a screen reader; without one it is decoration. */
  readonly label?: string | undefined
  readonly size?: 's' | 'm' | 'l' | 'xl' | undefined
  readonly tone?: string | undefined
}

const RareIcon = lazy(async () => {
  const { everyIcon } = await import('./every-icon.ts')
  return { default: ({ name }: { name: string }): ReactNode => draw(everyIcon(name)) }
})

/** A small picture: a lucide icon, an emoji, or a neutral mark for a name that is neither. Its box has its size from the start. */
export function Icon(props: IconProps): ReactNode {
  const { name, label, size, tone } = props
  const read = readIconName(name)
  const root = rootProps(props, 'cy-icon')
  const says = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return (
    <span {...root} {...says} data-size={size ?? 'm'} data-tone={tone} data-kind={read.kind}>
      {read.kind === 'emoji' ? read.text : read.kind === 'lucide' ? <Named name={read.name} /> : draw(undefined)}
    </span>
  )
}

function Named({ name }: { name: string }): ReactNode {
  const common = commonIcons.get(name)
  if (common) return draw(common)
  return (
    <Suspense fallback={null}>
      <RareIcon name={name} />
    </Suspense>
  )
}

function draw(Picture: LucideIcon | undefined): ReactNode {
  return Picture ? <Picture size="1em" strokeWidth={1.6} absoluteStrokeWidth={false} aria-hidden="true" /> : <span className="cy-icon-unknown" />
}

import { Globe } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { FramePages } from '../session/frame-pages.ts'

/** Whose pages stand in a window: the window's bar says it, not the page (S57). */
export function FramedHosts({ frames }: { readonly frames: FramePages }): ReactNode {
  const hosts = useSignalValue(frames.hosts)
  const [first, ...others] = hosts
  if (first === undefined) return null
  return (
    <span className="title-bar-mark title-bar-framed" title={`Shows ${hosts.join(', ')}`}>
      <Globe size={13} strokeWidth={1.5} aria-hidden="true" />
      <span className="ui-hidden">Shows a page of</span>
      <span className="title-bar-host">
        <bdi dir="ltr">{others.length === 0 ? first : `${first} and ${others.length} more`}</bdi>
      </span>
    </span>
  )
}

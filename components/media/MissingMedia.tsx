import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { hostOf } from '../safe-url.ts'
import type { Source } from '../use-source.ts'
import { type Say, useSay } from '../words/say.ts'
import './media.css'

interface MissingMediaProps {
  readonly icon: string
  readonly label: string
  readonly source: Source
  readonly src: unknown
}

/** In the place of a film or a sound that is not there yet, or cannot be shown: its name and why. */
export function MissingMedia({ icon, label, source, src }: MissingMediaProps): ReactNode {
  const why = whyMissing(useSay(), source, src)
  return (
    <div className="cy-media-missing">
      <Icon name={icon} size="l" />
      <span>
        <span className="cy-media-label">{label}</span>
        {why && <span className="cy-media-why">{why}</span>}
      </span>
    </div>
  )
}

/** Why it is not there; nothing while it is only not there yet. */
function whyMissing(say: Say, { state }: Source, src: unknown): string {
  if (state === 'ready') return say('This browser cannot play it')
  if (state === 'missing') return say('This recording is not on this device')
  if (state !== 'refused') return ''
  const host = typeof src === 'string' && /^https?:/i.test(src.trim()) ? hostOf(src.trim()) : ''
  return host ? say('Recordings from {host} are not played here', { host }) : say('This address cannot be played')
}

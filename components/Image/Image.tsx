import { type CSSProperties, type ReactNode, useState } from 'react'
import type { ImageProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { readRatio } from '../ratio.ts'
import { rootProps } from '../root-props.ts'
import { hostOf } from '../safe-url.ts'
import { textOf } from '../text-of.ts'
import { type Source, useSource } from '../use-source.ts'
import { type Say, useSay } from '../words/say.ts'
import './Image.css'

/** A picture. What cannot be shown leaves a quiet tile of the same shape that says why. */
export function Image(props: ImageProps<ReactNode>): ReactNode {
  const say = useSay()
  const { fit, radius } = props
  const alt = textOf(props.alt)
  const source = useSource(props.src)
  const [broken, setBroken] = useState<string | null>(null)
  const ratio = readRatio(props.ratio)
  const root = {
    ...rootProps(props, 'cy-image', ratio === null ? undefined : ({ '--ratio': ratio } as CSSProperties)),
    'data-radius': radius ?? 'm',
    'data-fit': fit ?? 'cover',
    'data-ratio': ratio === null ? undefined : '',
  }
  const { url } = source
  if (url !== null && url !== broken)
    return (
      <div {...root}>
        <img src={url} alt={alt} decoding="async" referrerPolicy="no-referrer" onError={() => setBroken(url)} />
      </div>
    )
  return (
    <div {...root} data-missing="" {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}>
      <Icon name="image" size="l" />
      <span className="cy-image-why">{whyMissing(source, props.src, say) || alt}</span>
    </div>
  )
}

/** Why there is a tile; nothing where the picture is only not there yet. */
function whyMissing({ state }: Source, src: unknown, say: Say): string {
  if (state === 'ready') return say('This picture could not be shown')
  if (state === 'missing') return say('This picture is not on this device')
  if (state !== 'refused') return ''
  const host = typeof src === 'string' && /^https?:/i.test(src.trim()) ? hostOf(src.trim()) : ''
  return host ? say('Pictures from {host} are not shown here', { host }) : say('This address cannot be shown')
}

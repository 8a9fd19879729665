import { type ReactNode, useState } from 'react'
import type { AudioProps } from '../../schema/generated/props.ts'
import { MissingMedia } from '../media/MissingMedia.tsx'
import { rootProps } from '../root-props.ts'
import { safeMedia } from '../safe-url.ts'
import { textOf } from '../text-of.ts'
import { useSource } from '../use-source.ts'

/** A sound with the browser's own controls; it never begins by itself. What cannot be played leaves a tile that says why. */
export function Audio(props: AudioProps<ReactNode>): ReactNode {
  const label = textOf(props.label)
  const source = useSource(props.src, safeMedia)
  const [broken, setBroken] = useState<string | null>(null)
  const { url } = source
  return (
    <figure {...rootProps(props, 'cy-audio')}>
      {url !== null && url !== broken ? (
        <>
          {label && <figcaption className="cy-media-caption">{label}</figcaption>}
          {/* biome-ignore lint/a11y/useMediaCaption: a person's own recording has no captions; its label says what it is. */}
          <audio src={url} controls preload="metadata" aria-label={label} onError={() => setBroken(url)} />
        </>
      ) : (
        <MissingMedia icon="volume-2" label={label} source={source} src={props.src} />
      )}
    </figure>
  )
}

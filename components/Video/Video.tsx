import { type ReactNode, useState } from 'react'
import type { VideoProps } from '../../schema/generated/props.ts'
import { MissingMedia } from '../media/MissingMedia.tsx'
import { rootProps } from '../root-props.ts'
import { safeMedia } from '../safe-url.ts'
import { textOf } from '../text-of.ts'
import { useSource } from '../use-source.ts'

/** A film with the browser's own controls; it never begins by itself. What cannot be shown leaves a tile that says why. */
export function Video(props: VideoProps<ReactNode>): ReactNode {
  const label = textOf(props.label)
  const source = useSource(props.src, safeMedia)
  const [broken, setBroken] = useState<string | null>(null)
  const { url } = source
  return (
    <figure {...rootProps(props, 'cy-video')}>
      {url !== null && url !== broken ? (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: a person's own recording has no captions; its label says what it is. */}
          <video src={url} controls preload="metadata" playsInline disableRemotePlayback aria-label={label} onError={() => setBroken(url)} />
          {label && <figcaption className="cy-media-caption">{label}</figcaption>}
        </>
      ) : (
        <MissingMedia icon="film" label={label} source={source} src={props.src} />
      )}
    </figure>
  )
}

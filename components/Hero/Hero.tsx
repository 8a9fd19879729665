import { type ReactNode, useState } from 'react'
import type { HeroProps } from '../../schema/generated/props.ts'
import { HeadingLevelContext, useHeadingLevel } from '../heading-level.ts'
import { Illustration } from '../illustration/Illustration.tsx'
import { isIllustration } from '../illustration/illustration-names.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSource } from '../use-source.ts'
import './Hero.css'

/**
 * The top of an app's page. A photograph fills one side of it, or its upper edge where the window is narrow; a picture
 * that cannot be shown leaves its place to the words.
 */
export function Hero(props: HeroProps<ReactNode>): ReactNode {
  const [level, inside] = useHeadingLevel()
  // At the top of an app nothing is above it.
  const Title = level === 2 ? 'h1' : (`h${level}` as const)
  const text = textOf(props.text)
  const drawn = isIllustration(props.image) ? props.image : null
  const photograph = usePhotograph(drawn === null ? props.image : null)
  return (
    <div {...rootProps(props, 'cy-hero')} data-art={drawn ? 'drawing' : photograph.url ? 'photograph' : undefined}>
      <div className="cy-hero-words">
        <Title className="cy-hero-title">{textOf(props.title)}</Title>
        {text && <p className="cy-hero-text">{text}</p>}
        {props.actions && (
          <div className="cy-hero-actions">
            <HeadingLevelContext value={inside}>{props.actions}</HeadingLevelContext>
          </div>
        )}
      </div>
      {drawn && (
        <div className="cy-hero-art">
          <Illustration name={drawn} />
        </div>
      )}
      {photograph.url && (
        <div className="cy-hero-art">
          {/* It goes with the words beside it, which say what there is to say. */}
          <img src={photograph.url} alt="" decoding="async" referrerPolicy="no-referrer" onError={photograph.fail} />
        </div>
      )}
    </div>
  )
}

function usePhotograph(src: unknown): { readonly url: string | null; readonly fail: () => void } {
  const { url } = useSource(src)
  const [broken, setBroken] = useState<string | null>(null)
  return { url: url === broken ? null : url, fail: () => setBroken(url) }
}

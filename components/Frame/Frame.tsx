import { type CSSProperties, type ReactNode, use, useEffect, useState } from 'react'
import { frameAddressWords, readFrameAddress } from '../../schema/frame-address.ts'
import type { FrameProps } from '../../schema/generated/props.ts'
import { type FrameAnswer, FrameHostContext } from '../frame-host.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Frame.css'

/**
 * A page of the web, behind two walls (S57): the desktop's own page frames it under a policy that lets nothing but its
 * origin in, and that page is framed here without any right but to run scripts of its own. What cannot be shown leaves
 * a tile that says why.
 */
export function Frame(props: FrameProps<ReactNode>): ReactNode {
  const title = textOf(props.title)
  const reading = readFrameAddress(textOf(props.src))
  const height = Math.min(2000, Math.max(80, props.height ?? 360))
  const answer = useAnswer(reading.ok ? reading.url : null, reading.ok ? reading.host : null)
  const refused = reading.ok ? (answer && 'refused' in answer ? answer.refused : null) : frameAddressWords[reading.why]
  return (
    <div {...rootProps(props, 'cy-frame', { '--frame-height': `${height}px` } as CSSProperties)}>
      {answer && 'address' in answer && refused === null ? (
        <iframe
          key={answer.address}
          src={answer.address}
          title={title || (reading.ok ? reading.host : '')}
          sandbox="allow-scripts"
          allow=""
          referrerPolicy="no-referrer"
          loading="lazy"
        />
      ) : (
        <div className="cy-frame-tile">
          <Icon name={refused === null ? 'globe' : 'shield-alert'} size="l" />
          <span className="cy-frame-title">{title}</span>
          {reading.ok && <span>{reading.host}</span>}
          {refused !== null && <span>{refused}</span>}
        </div>
      )}
    </div>
  )
}

/** What the desktop says to this address, asked anew whenever its answer may be another; null until it is known. */
function useAnswer(url: string | null, host: string | null): FrameAnswer | null {
  const say = useSay()
  const frames = use(FrameHostContext)
  const [given, setGiven] = useState<{ readonly url: string; readonly by: object; readonly answer: FrameAnswer } | null>(null)
  useEffect(() => {
    if (url === null || !frames) return
    let current = true
    void frames.open(url).then(answer => {
      if (current) setGiven({ url, by: frames, answer })
    })
    return () => {
      current = false
    }
  }, [url, frames])
  const answer = given && given.url === url && given.by === frames ? given.answer : null
  const shown = answer !== null && 'address' in answer
  useEffect(() => (shown && frames && host !== null ? frames.show(host) : undefined), [shown, frames, host])
  return frames ? answer : { refused: say('Pages of the web are shown once the app runs on a desktop.') }
}

import type { ReactNode } from 'react'
import type { QrCodeProps } from '../../schema/generated/props.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import { QrPicture } from './QrPicture.tsx'
import { fitsQr } from './qr-path.ts'
import './QrCode.css'

/**
 * A text as a QR code, with the text below it: whoever points a camera at it can read first where it leads (S63).
 * Characters that show nothing are in neither.
 */
export function QrCode(props: QrCodeProps<ReactNode>): ReactNode {
  const say = useSay()
  const label = textOf(props.label)
  const { text } = cleanText(textOf(props.text))
  return (
    <figure {...rootProps(props, 'cy-qr')}>
      {text === '' ? (
        <NoCode why={say('There is no text for a code yet')} />
      ) : fitsQr(text) ? (
        <QrPicture className="cy-qr-picture" text={text} label={label || text} />
      ) : (
        <NoCode why={say('This text is too long for a QR code')} />
      )}
      <figcaption className="cy-qr-words">
        {label && <span className="cy-qr-label">{label}</span>}
        {text && <span className="cy-qr-text">{text}</span>}
      </figcaption>
    </figure>
  )
}

function NoCode({ why }: { readonly why: string }): ReactNode {
  return (
    <div className="cy-qr-none">
      <Icon name="qr-code" size="l" />
      <span>{why}</span>
    </div>
  )
}

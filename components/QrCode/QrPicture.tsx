import { type ReactNode, useMemo } from 'react'
import { qrPath } from './qr-path.ts'

interface QrPictureProps {
  /** Fits into a code (`fitsQr`). */
  readonly text: string
  readonly label: string
  readonly className: string
}

/** A QR code as one path; black on white in both modes, since readers expect it. */
export function QrPicture({ text, label, className }: QrPictureProps): ReactNode {
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} fill="black" />
    </svg>
  )
}

import { type ReactNode, useMemo } from 'react'
import { encode } from 'uqr'

/** Quiet modules around the code, as the standard asks for. */
const border = 4

/** A QR code as one path; black on white in both modes, since readers expect it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0 })
    const runs: string[] = []
    data.forEach((row, y) => {
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const from = x
        while (row[x + 1]) x++
        runs.push(`M${from + border} ${y + border}h${x - from + 1}v1h${from - x - 1}z`)
      }
    })
    return { size: size + 2 * border, path: runs.join('') }
  }, [text])
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} fill="black" />
    </svg>
  )
}

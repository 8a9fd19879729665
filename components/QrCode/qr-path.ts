import { encode } from 'uqr'

/** Quiet modules around the code, as the standard asks for. */
const border = 4
/** What the largest code holds at the least correction, in bytes of UTF-8. */
const mostBytes = 2953

export interface QrPath {
  /** Modules along one side, with the quiet ones around it. */
  readonly size: number
  /** The dark modules, as the data of one SVG path; a module is one unit. */
  readonly path: string
}

/** Whether a text fits into a QR code. */
export function fitsQr(text: string): boolean {
  return text.length <= mostBytes && new TextEncoder().encode(text).length <= mostBytes
}

/** The code of a text that fits into one, with as much correction as its size leaves room for. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text.toWellFormed(), { ecc: 'L', boostEcc: true, border: 0 })
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
}

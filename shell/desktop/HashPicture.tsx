import type { ReactNode } from 'react'

/**
 * The picture that belongs to a hash: white lines on a blue of its own, the left third mirrored on the
 * right. An app cannot choose it, so that it tells two apps of one name apart (S15). Without a hash (still
 * streaming) it is a blank sheet.
 */
export function HashPicture({ hash, size = 20 }: { readonly hash: string | null; readonly size?: number }): ReactNode {
  const digits = hash ? [...hash].map(digit => Number.parseInt(digit, 16)) : []
  const hue = 232 + (digits[10] ?? 8) * 2.6
  const lightness = 0.3 + (digits[11] ?? 4) * 0.009
  const path = hash ? [0, 1, 2].map(row => side(row * 4, digits[row]! % 6) + middle(row * 4, digits[row + 3]! % 6)).join('') : ''
  return (
    <svg className="hash-picture" width={size} height={size} viewBox="-2 -2 16 16" aria-hidden="true">
      <rect x="-2" y="-2" width="16" height="16" rx="3.4" fill={`oklch(${lightness} 0.1 ${hue})`} />
      <path d={path} fill="none" stroke="oklch(0.96 0.025 235)" strokeWidth="1.15" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** A 4 × 4 tile at the left edge, and its mirror image at the right one. */
function side(y: number, kind: number): string {
  switch (kind) {
    case 0:
      return `M4 ${y}A4 4 0 0 1 0 ${y + 4}M8 ${y}A4 4 0 0 0 12 ${y + 4}`
    case 1:
      return `M0 ${y}A4 4 0 0 1 4 ${y + 4}M12 ${y}A4 4 0 0 0 8 ${y + 4}`
    case 2:
      return `M0 ${y + 2}H4M12 ${y + 2}H8`
    case 3:
      return `M2 ${y}V${y + 4}M10 ${y}V${y + 4}`
    case 4:
      return `M0.6 ${y + 2}a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0M8.6 ${y + 2}a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0`
    default:
      return ''
  }
}

/** A 4 × 4 tile in the middle: alike on both its sides. */
function middle(y: number, kind: number): string {
  switch (kind) {
    case 0:
      return `M4.4 ${y + 2}a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0`
    case 1:
      return `M6 ${y}V${y + 4}`
    case 2:
      return `M4 ${y + 2}H8`
    case 3:
      return `M4 ${y + 4}A2 2 0 0 1 8 ${y + 4}`
    case 4:
      return `M4 ${y}A2 2 0 0 0 8 ${y}`
    default:
      return `M6 ${y + 0.6}L7.4 ${y + 2}L6 ${y + 3.4}L4.6 ${y + 2}Z`
  }
}

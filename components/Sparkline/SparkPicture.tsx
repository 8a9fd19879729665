import '../theme/layers.css'
import './Sparkline.css'

const width = 88
const height = 26
const inset = 2

/** The picture of a course of numbers: a line that ends in a dot. Says nothing to screen readers. */
export function SparkPicture({ values }: { readonly values: readonly number[] }) {
  const points = sparkPoints(values)
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  return (
    <svg className="cy-sparkline-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.map(point => point.join(',')).join(' ')} />
      <circle cx={last[0]} cy={last[1]} r={2} />
    </svg>
  )
}

/** Places the numbers from left to right, the highest at the top; equal numbers lie in the middle. At most 200 points. */
export function sparkPoints(values: readonly number[]): [number, number][] {
  const step = Math.max(1, Math.ceil(values.length / 200))
  const kept = values.filter((_, index) => index % step === 0 || index === values.length - 1)
  const low = Math.min(...kept)
  const spread = Math.max(...kept) - low
  const place = (share: number, length: number): number => Math.round((inset + share * (length - 2 * inset)) * 100) / 100
  return kept.map((value, index) => [
    place(kept.length < 2 ? 1 : index / (kept.length - 1), width),
    place(spread > 0 ? 1 - (value - low) / spread : 0.5, height),
  ])
}

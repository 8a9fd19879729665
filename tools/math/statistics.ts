import type { Json, JsonObject } from '../../schema/json/json.ts'
import { badNumber, finite, noResult } from './failures.ts'
import type { MathTable } from './operation.ts'
import { numbersAt, pairsAt, shareAt, wholeAt } from './read-arguments.ts'

type Numbers = readonly number[]

/** With what rounding lost added back (Neumaier), so that the order of the numbers does not show. */
export function sumOf(values: Numbers): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return finite(Number.isFinite(sum) ? sum + lost : sum, 'The sum')
}

export const meanOf = (values: Numbers): number => sumOf(values) / values.length
const inOrder = (values: Numbers): number[] => [...values].sort((a, b) => a - b)
const highest = (values: Numbers): number => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
const lowest = (values: Numbers): number => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)

/** Between two neighbours in proportion, as spreadsheets do (Hyndman and Fan's 7th way). */
export function quantileOf(sorted: Numbers, share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

const medianOf = (values: Numbers): number => quantileOf(inOrder(values), 0.5)

/** The median of the distances from the median. */
function deviationOf(values: Numbers): number {
  const center = medianOf(values)
  return medianOf(values.map(value => Math.abs(value - center)))
}

/** Of a sample: divided by one less than there are. */
export function varianceOf(values: Numbers): number {
  const center = meanOf(values)
  return finite(sumOf(values.map(value => (value - center) ** 2)) / (values.length - 1), 'The variance')
}

function modesOf(values: Numbers): readonly number[] {
  const counts = countsOf(values)
  const most = highest([...counts.values()])
  return inOrder([...counts].filter(([, count]) => count === most).map(([value]) => value))
}

function countsOf(values: Numbers): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function quartilesOf(values: Numbers) {
  const sorted = inOrder(values)
  const [q1, median, q3] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)]
  return { min: sorted[0] ?? 0, q1, median, q3, max: sorted.at(-1) ?? 0, iqr: q3 - q1 }
}

function outliersOf(values: Numbers): readonly number[] {
  const { q1, q3, iqr } = quartilesOf(values)
  return values.filter(value => value < q1 - 1.5 * iqr || value > q3 + 1.5 * iqr)
}

function summaryOf(values: Numbers): Json {
  const variance = values.length > 1 ? varianceOf(values) : null
  return {
    count: values.length,
    sum: sumOf(values),
    mean: meanOf(values),
    ...quartilesOf(values),
    range: highest(values) - lowest(values),
    variance,
    std: variance === null ? null : Math.sqrt(variance),
  }
}

function histogramOf(values: Numbers, bins: number): Json {
  const [from, to] = [lowest(values), highest(values)]
  const width = (to - from) / bins || 1
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    const place = Math.min(bins - 1, Math.floor((value - from) / width))
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts.map((count, place) => ({ from: from + place * width, to: from + (place + 1) * width, count }))
}

export function covarianceOf(xs: Numbers, ys: Numbers): number {
  const [x0, y0] = [meanOf(xs), meanOf(ys)]
  return sumOf(xs.map((x, place) => (x - x0) * ((ys[place] ?? 0) - y0))) / (xs.length - 1)
}

function spread(xs: Numbers, name: string): number {
  const variance = varianceOf(xs)
  if (variance === 0) throw noResult(`All numbers of ${name} are the same, so nothing can depend on them.`)
  return variance
}

function regressionOf(xs: Numbers, ys: Numbers): Json {
  const slope = covarianceOf(xs, ys) / spread(xs, 'xs')
  const intercept = meanOf(ys) - slope * meanOf(xs)
  const variance = varianceOf(ys)
  return { slope, intercept, r2: variance === 0 ? 1 : Math.min(1, (slope ** 2 * varianceOf(xs)) / variance) }
}

function movingMean(values: Numbers, size: number): number[] {
  return values.slice(size - 1).map((_, place) => meanOf(values.slice(place, place + size)))
}

function cumulativeOf(values: Numbers): number[] {
  let sum = 0
  return values.map(value => {
    sum = finite(sum + value, 'The sum')
    return sum
  })
}

function positive(values: Numbers, what: string): Numbers {
  if (values.some(value => value <= 0)) throw noResult(`${what} is of numbers above 0 only.`)
  return values
}

function of(run: (values: Numbers) => Json, least = 1): (args: JsonObject) => Json {
  return args => run(numbersAt(args, 'values', least))
}

function weightedMean(values: Numbers, weights: Numbers): number {
  if (weights.some(weight => weight < 0)) throw badNumber('weights are not below 0.')
  const total = sumOf(weights)
  if (total === 0) throw noResult('All weights are 0.')
  return finite(sumOf(values.map((value, place) => value * (weights[place] ?? 0))) / total, 'The mean')
}

export const statistics: MathTable = [
  ['sum', of(sumOf)],
  [
    'product',
    of(values =>
      finite(
        values.reduce((product, value) => product * value, 1),
        'The product',
      ),
    ),
  ],
  ['mean', of(meanOf)],
  ['median', of(medianOf)],
  ['mode', of(modesOf)],
  ['min', of(lowest)],
  ['max', of(highest)],
  ['range', of(values => highest(values) - lowest(values))],
  ['variance', of(varianceOf, 2)],
  ['std', of(values => Math.sqrt(varianceOf(values)), 2)],
  ['mad', of(deviationOf)],
  ['geometricMean', of(values => Math.exp(meanOf(positive(values, 'The geometric mean').map(Math.log))))],
  ['harmonicMean', of(values => values.length / sumOf(positive(values, 'The harmonic mean').map(value => 1 / value)))],
  ['quartiles', of(quartilesOf)],
  ['summary', of(summaryOf)],
  ['outliers', of(outliersOf)],
  ['cumulative', of(cumulativeOf)],
  [
    'zscores',
    of(values => {
      const [center, scale] = [meanOf(values), Math.sqrt(spread(values, 'values'))]
      return values.map(value => (value - center) / scale)
    }, 2),
  ],
  ['frequencies', of(values => [...countsOf(values)].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count })))],
  ['quantile', args => quantileOf(inOrder(numbersAt(args, 'values')), shareAt(args, 'p'))],
  ['histogram', args => histogramOf(numbersAt(args, 'values'), wholeAt(args, 'bins', 1, 200, 10))],
  [
    'movingMean',
    args => {
      const values = numbersAt(args, 'values')
      return movingMean(values, wholeAt(args, 'size', 1, Math.min(values.length, 1000)))
    },
  ],
  ['weightedMean', args => weightedMean(...pairsAt(args, 'values', 'weights', 1))],
  ['covariance', args => covarianceOf(...pairsAt(args, 'xs', 'ys'))],
  [
    'correlation',
    args => {
      const [xs, ys] = pairsAt(args, 'xs', 'ys')
      return Math.max(-1, Math.min(1, covarianceOf(xs, ys) / Math.sqrt(spread(xs, 'xs') * spread(ys, 'ys'))))
    },
  ],
  ['regression', args => regressionOf(...pairsAt(args, 'xs', 'ys'))],
]

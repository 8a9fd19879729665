const steps = [1, 2, 5, 10]

/**
 * Round numbers for an axis that shows zero and all of `values`: a step of 1, 2 or 5 times a power of ten, whole
 * where the values are whole, and at most six of them. Nothing to show gives zero and one.
 */
export function axisTicks(values: readonly number[]): number[] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (!Number.isFinite(high - low) || high === low) return [0, 1]
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = steps.find(factor => factor * power >= rough * 0.999)! * power
  const step = values.every(Number.isInteger) ? Math.max(1, round) : round
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

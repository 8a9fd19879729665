/** The seed of a random test, printed so that a failure can be had again: `CYANOTYPE_SEED=… npm test -- …`. */
export function randomSeed(): number {
  const seed = process.env.CYANOTYPE_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env.CYANOTYPE_SEED)
  console.info(`CYANOTYPE_SEED=${seed}`)
  return seed
}

/** How often a random test tries: so many times, or as often as `CYANOTYPE_RUNS` says. */
export function randomRuns(otherwise: number): number {
  return Number(process.env.CYANOTYPE_RUNS ?? otherwise)
}

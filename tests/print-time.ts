/** Says how long something took: what is asserted is counted work, for a busy machine is no defect. */
export function printTime(started: number): void {
  console.info(`${Math.round(performance.now() - started)} ms`)
}

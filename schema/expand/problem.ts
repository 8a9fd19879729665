import type { Path } from '../json/json.ts'

/** Thrown inside `expandBlueprint` only, which gives it back as data: a part cannot be written out there. */
export class ExpandProblem extends Error {
  readonly at: Path
  constructor(at: Path, message: string) {
    super(message)
    this.at = at
  }
}

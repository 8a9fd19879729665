/** What a campaign may use up, and where its chance begins. */
export interface CampaignOptions {
  readonly seed: number
  /** It ends when it is through, or after so long. */
  readonly seconds: number
}

export interface CampaignResult {
  /** What was done, and how often. */
  readonly counts: Readonly<Record<string, number>>
  /** What the campaign found: laws that did not hold, each with what shows it. None is a success. */
  readonly failures: readonly string[]
  /** Printed as they are: the slowest case, and the like. */
  readonly remarks?: readonly string[]
}

/** Random or exhaustive trials of a law, for as long as they are given. */
export interface Campaign {
  readonly name: string
  readonly run: (options: CampaignOptions) => Promise<CampaignResult>
}

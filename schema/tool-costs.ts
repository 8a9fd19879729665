/** What a call waits for, and how that is said. */
export const toolCosts = {
  instant: 'It answers at once.',
  quick: 'It takes a moment.',
  timed: 'It takes as long as it is told to.',
  network: 'It waits for a server.',
  model: 'It waits for a model, and spends tokens.',
  person: 'It waits for a person.',
} as const

export type ToolCost = keyof typeof toolCosts

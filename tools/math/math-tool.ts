/** The tools of mathematics: they are worked out behind a port, so that neither their size nor their time is the page's. */
import type { Tool } from '../tool.ts'
import { NO_CHANCE, type Seed } from './draw.ts'

const part = (random: () => number): number => Math.floor(random() * 4294967296)

export function mathTool(name: string): Tool {
  const isChance = name.startsWith('math.random.')
  return (args, { math, chance }, { signal }) => {
    const seed: Seed = isChance ? [part(chance.random), part(chance.random), part(chance.random), part(chance.random)] : NO_CHANCE
    return math.run({ tool: name, args, seed }, signal)
  }
}

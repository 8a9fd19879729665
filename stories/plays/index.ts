/** What is done with the example of each component that can be used, as a test and to look at. */
import { actions } from './actions.ts'
import { data } from './data.ts'
import { input } from './input.ts'
import { layout } from './layout.ts'
import type { Play } from './play.ts'

export const plays: ReadonlyMap<string, Play> = new Map([actions, input, layout, data].flatMap(group => Object.entries(group)))

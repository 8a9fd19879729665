/** All functions of the library, by their own names (`schema/formula/library.ts` is their table). */
import type { Native } from '../frame.ts'
import { formats } from './formats.ts'
import { lists } from './lists.ts'
import { numbers } from './numbers.ts'
import { others } from './others.ts'
import { records } from './records.ts'
import { texts } from './texts.ts'
import { times } from './times.ts'

export const natives: ReadonlyMap<string, Native> = new Map([...lists, ...records, ...numbers, ...texts, ...times, ...formats, ...others])

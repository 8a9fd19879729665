/** Works out each text that it is given, as every reader of expressions does, and the largest calls there are; tells how many texts there were. */
import { parentPort, workerData } from 'node:worker_threads'
import { NO_CHANCE } from '../../tools/math/draw.ts'
import { runMath } from '../../tools/math/run-math.ts'
import { largest } from './math-largest.ts'

let count = 0
for (const expression of workerData as readonly string[]) {
  for (const name of ['evaluate', 'simplify', 'derivative', 'rationalize', 'points'])
    try {
      runMath(`math.${name}`, { expression, from: 0, to: 1 }, NO_CHANCE)
    } catch (failure) {
      if ((failure as Error).name !== 'ToolFailure') throw failure
    }
  count += 1
}
for (const [name, args] of largest)
  try {
    runMath(`math.${name}`, args, NO_CHANCE)
  } catch (failure) {
    if ((failure as Error).name !== 'ToolFailure') throw failure
  }
parentPort?.postMessage(count)

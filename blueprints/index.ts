/** The apps that come with Cyanotype: blueprints like any other, checked and tested like any other. */
import type { Json, JsonObject } from '../schema/json/json.ts'
import apiBench from './apps/api-bench.json' with { type: 'json' }
import calculator from './apps/calculator.json' with { type: 'json' }
import countdown from './apps/countdown.json' with { type: 'json' }
import digest from './apps/digest.json' with { type: 'json' }
import equationDesk from './apps/equation-desk.json' with { type: 'json' }
import expenses from './apps/expenses.json' with { type: 'json' }
import fieldNotes from './apps/field-notes.json' with { type: 'json' }
import habits from './apps/habits.json' with { type: 'json' }
import kanban from './apps/kanban.json' with { type: 'json' }
import medicines from './apps/medicines.json' with { type: 'json' }
import notebook from './apps/notebook.json' with { type: 'json' }
import notes from './apps/notes.json' with { type: 'json' }
import numberExplorer from './apps/number-explorer.json' with { type: 'json' }
import plants from './apps/plants.json' with { type: 'json' }
import pomodoro from './apps/pomodoro.json' with { type: 'json' }
import quiz from './apps/quiz.json' with { type: 'json' }
import scientificCalculator from './apps/scientific-calculator.json' with { type: 'json' }
import shelf from './apps/shelf.json' with { type: 'json' }
import statisticsDesk from './apps/statistics-desk.json' with { type: 'json' }
import systemMonitor from './apps/system-monitor.json' with { type: 'json' }
import textBench from './apps/text-bench.json' with { type: 'json' }
import tipSplitter from './apps/tip-splitter.json' with { type: 'json' }
import todos from './apps/todos.json' with { type: 'json' }
import unitConverter from './apps/unit-converter.json' with { type: 'json' }
import worldClock from './apps/world-clock.json' with { type: 'json' }

export interface ShippedApp {
  /** The name of its file, and of it in the launcher's addresses: `unit-converter`. */
  readonly id: string
  readonly document: JsonObject
  readonly name: string
  readonly about: string
  readonly icon: string
  readonly category: string
}

interface DescribedDocument {
  readonly app: { readonly name: string; readonly about: string; readonly icon: string; readonly category: string }
}

function shipped(id: string, document: DescribedDocument): ShippedApp {
  const { name, about, icon, category } = document.app
  // What is imported as JSON is JSON; the compiler gives it a type of its own.
  return { id, document: document as unknown as Json as JsonObject, name, about, icon, category }
}

/** In the order in which the launcher shows them. */
export const shippedApps: readonly ShippedApp[] = Object.freeze([
  shipped('todos', todos),
  shipped('notes', notes),
  shipped('notebook', notebook),
  shipped('field-notes', fieldNotes),
  shipped('digest', digest),
  shipped('habits', habits),
  shipped('medicines', medicines),
  shipped('plants', plants),
  shipped('pomodoro', pomodoro),
  shipped('kanban', kanban),
  shipped('expenses', expenses),
  shipped('tip-splitter', tipSplitter),
  shipped('calculator', calculator),
  shipped('scientific-calculator', scientificCalculator),
  shipped('statistics-desk', statisticsDesk),
  shipped('equation-desk', equationDesk),
  shipped('number-explorer', numberExplorer),
  shipped('unit-converter', unitConverter),
  shipped('text-bench', textBench),
  shipped('world-clock', worldClock),
  shipped('countdown', countdown),
  shipped('quiz', quiz),
  shipped('api-bench', apiBench),
  shipped('shelf', shelf),
  shipped('system-monitor', systemMonitor),
])

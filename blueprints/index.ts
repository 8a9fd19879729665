/** The apps that come with Cyanotype: blueprints like any other, checked and tested like any other. */
import type { Json, JsonObject } from '../schema/json/json.ts'
import calculator from './apps/calculator.json' with { type: 'json' }
import countdown from './apps/countdown.json' with { type: 'json' }
import expenses from './apps/expenses.json' with { type: 'json' }
import habits from './apps/habits.json' with { type: 'json' }
import kanban from './apps/kanban.json' with { type: 'json' }
import notes from './apps/notes.json' with { type: 'json' }
import pomodoro from './apps/pomodoro.json' with { type: 'json' }
import quiz from './apps/quiz.json' with { type: 'json' }
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
  shipped('habits', habits),
  shipped('pomodoro', pomodoro),
  shipped('kanban', kanban),
  shipped('expenses', expenses),
  shipped('tip-splitter', tipSplitter),
  shipped('calculator', calculator),
  shipped('unit-converter', unitConverter),
  shipped('world-clock', worldClock),
  shipped('countdown', countdown),
  shipped('quiz', quiz),
])

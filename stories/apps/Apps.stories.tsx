import type { Meta } from '@storybook/react-vite'
import { shippedApps } from '../../blueprints/index.ts'
import { sampleStates } from '../../tests/e2e/sample-states.ts'
import { appStory } from '../component-stories.tsx'

/** The apps that come with the desktop, running, some with something in them. */
const meta = { title: 'Apps', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } } satisfies Meta
export default meta

function shipped(id: string) {
  const app = shippedApps.find(known => known.id === id)
  if (!app) throw new RangeError(`No app is shipped as ${id}.`)
  return { ...appStory(app.document, { persisted: sampleStates.get(id) }), name: app.name }
}

export const Todos = shipped('todos')
export const Notes = shipped('notes')
export const Notebook = shipped('notebook')
export const FieldNotes = shipped('field-notes')
export const Digest = shipped('digest')
export const Habits = shipped('habits')
export const Medicines = shipped('medicines')
export const Plants = shipped('plants')
export const Pomodoro = shipped('pomodoro')
export const Kanban = shipped('kanban')
export const Expenses = shipped('expenses')
export const TipSplitter = shipped('tip-splitter')
export const Calculator = shipped('calculator')
export const ScientificCalculator = shipped('scientific-calculator')
export const StatisticsDesk = shipped('statistics-desk')
export const EquationDesk = shipped('equation-desk')
export const NumberExplorer = shipped('number-explorer')
export const UnitConverter = shipped('unit-converter')
export const TextBench = shipped('text-bench')
export const WorldClock = shipped('world-clock')
export const Countdown = shipped('countdown')
export const Quiz = shipped('quiz')
export const ApiBench = shipped('api-bench')
export const Shelf = shipped('shelf')
export const SystemMonitor = shipped('system-monitor')

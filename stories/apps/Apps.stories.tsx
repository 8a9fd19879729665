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
export const Habits = shipped('habits')
export const Pomodoro = shipped('pomodoro')
export const Kanban = shipped('kanban')
export const Expenses = shipped('expenses')
export const TipSplitter = shipped('tip-splitter')
export const Calculator = shipped('calculator')
export const UnitConverter = shipped('unit-converter')
export const WorldClock = shipped('world-clock')
export const Countdown = shipped('countdown')
export const Quiz = shipped('quiz')

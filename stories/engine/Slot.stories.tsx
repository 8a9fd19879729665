import type { Meta } from '@storybook/react-vite'
import { exampleStory, statesStory } from '../component-stories.tsx'

/** Drawn by the engine itself. */
const meta = { title: 'Components/Layout/Slot' } satisfies Meta
export default meta

export const Example = exampleStory('Slot')
export const States = statesStory('Slot')

import type { Meta } from '@storybook/react-vite'
import { exampleStory, statesStory } from '../component-stories.tsx'

/** Drawn by the engine itself. */
const meta = { title: 'Components/Layout/Outlet' } satisfies Meta
export default meta

export const Example = exampleStory('Outlet')
export const States = statesStory('Outlet')

import type { Meta } from '@storybook/react-vite'
import { groupStory } from './tool-story.tsx'

const meta = { title: 'Tools/Model', tags: ['!autodocs'] } satisfies Meta
export default meta

export const All = groupStory('model')

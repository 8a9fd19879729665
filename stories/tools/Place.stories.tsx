import type { Meta } from '@storybook/react-vite'
import { groupStory } from './tool-story.tsx'

const meta = { title: 'Tools/Place', tags: ['!autodocs'] } satisfies Meta
export default meta

export const All = groupStory('place')

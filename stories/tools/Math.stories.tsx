import type { Meta } from '@storybook/react-vite'
import { groupStory } from './tool-story.tsx'

const meta = { title: 'Tools/Math', tags: ['!autodocs'] } satisfies Meta
export default meta

export const All = groupStory('math')

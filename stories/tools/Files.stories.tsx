import type { Meta } from '@storybook/react-vite'
import { groupStory } from './tool-story.tsx'

const meta = { title: 'Tools/Files', tags: ['!autodocs'] } satisfies Meta
export default meta

export const All = groupStory('files')

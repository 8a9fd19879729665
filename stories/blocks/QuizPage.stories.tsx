import type { Meta } from '@storybook/react-vite'
import app from '../../schema/blocks/apps/QuizPage.json' with { type: 'json' }
import block from '../../schema/blocks/QuizPage.json' with { type: 'json' }
import { blockStory } from '../component-stories.tsx'

const meta = { title: 'Blocks/QuizPage', parameters: { layout: 'fullscreen' } } satisfies Meta
export default meta

/** An app of some thirty lines that is made with it. */
export const App = blockStory(app, block)

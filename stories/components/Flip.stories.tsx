import type { Meta, StoryObj } from '@storybook/react-vite'
import { Flip } from '../../components/Flip/Flip.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const rows = ['casa', 'house'].map((value, index) => ({ key: `side${index}`, value, node: <Text text={value} size="2xl" /> }))

const longText = 'A sentence that needs more room than a card has in one line. '.repeat(5)

const meta = { title: 'Components/Layout/Flip', component: Flip, args: { label: 'Flash card', back: false, rows } } satisfies Meta<typeof Flip>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Flip')
export const States = statesStory('Flip')

export const Front: Story = {}
export const Back: Story = { args: { back: true } }
export const LongText: Story = { args: { rows: rows.map(row => ({ ...row, node: <Text text={longText} /> })) } }
export const Empty: Story = { args: { rows: [] } }

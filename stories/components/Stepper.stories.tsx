import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stepper } from '../../components/Stepper/Stepper.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const rows = (texts: readonly string[]) => texts.map(text => ({ key: text, node: <p>{text}</p>, value: null }))

const meta = {
  title: 'Components/Special/Stepper',
  component: Stepper,
  args: { steps: ['Guests', 'Dates', 'Confirm'], rows: rows(['Who comes?', 'When do they come?', 'All set?']), value: 1 },
  render: args => <Live of={Stepper} {...args} />,
} satisfies Meta<typeof Stepper>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Stepper')
export const States = statesStory('Stepper')

export const Typical: Story = {}

export const First: Story = { args: { value: 0 } }

export const LongText: Story = {
  args: {
    steps: ['The people who are invited', 'The days on which they can come', 'What they would like to eat', 'Everything once more'],
    rows: rows(['1', '2', '3', '4']),
  },
}

/** Without a place of its own it can be walked freely. */
export const OnItsOwn: Story = { render: ({ steps, rows: own }) => <Stepper {...(steps ? { steps } : {})} {...(own ? { rows: own } : {})} /> }

import type { Meta, StoryObj } from '@storybook/react-vite'
import { List } from '../../components/List/List.tsx'
import { Row } from '../../components/Row/Row.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const rows = ['Buy milk', 'Call the plumber', 'Send the invoice'].map((value, index) => ({
  key: `k${index}`,
  value,
  node: <Text text={value} />,
}))

const meta = { title: 'Components/Data/List', component: List, args: { rows, divided: true } } satisfies Meta<typeof List>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('List')
export const States = statesStory('List')

export const Typical: Story = {}
export const Compact: Story = { args: { density: 'compact' } }
export const Selectable: Story = { args: { divided: false, selectable: true, ariaLabel: 'Folders' } }
export const LongText: Story = {
  args: {
    rows: [
      {
        key: 'a',
        value: 'long',
        node: (
          <Row>
            <Text text="Ask whether the windows on the north side can be measured before the builders come back from their holidays" />
          </Row>
        ),
      },
      ...rows,
    ],
  },
}
/** Of so many rows those that can be seen are drawn. */
export const TenThousandRows: Story = {
  args: {
    rows: Array.from({ length: 10_000 }, (_, index) => ({
      key: `r${index}`,
      value: index,
      node: <Text text={index % 7 === 0 ? `Entry ${index}, which has more to say than others and may well need a second line for it` : `Entry ${index}`} />,
    })),
  },
}
export const TenThousandToChooseFrom: Story = { args: { ...TenThousandRows.args, divided: false, selectable: true, ariaLabel: 'Entries' } }
export const Empty: Story = { args: { rows: [] } }

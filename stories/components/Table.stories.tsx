import type { Meta, StoryObj } from '@storybook/react-vite'
import { Empty as EmptyState } from '../../components/Empty/Empty.tsx'
import { Table } from '../../components/Table/Table.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const rows = Array.from({ length: 23 }, (_, index) => ({
  id: `e${index}`,
  note: ['Lunch', 'Paint for the hall', 'Bus', null][index % 4] ?? null,
  date: `2026-01-${String(index + 1).padStart(2, '0')}`,
  category: ['Food', 'Home', 'Travel'][index % 3] ?? '',
  paid: index % 3 === 0,
  amount: 12.5 * (index + 1),
}))
const columns = [
  { field: 'note' },
  { field: 'date', format: 'date' as const },
  { field: 'category', format: 'badge' as const },
  { field: 'paid', format: 'bool' as const },
  { field: 'amount', format: 'money' as const },
]
const act = () => {}

const meta = {
  title: 'Components/Data/Table',
  component: Table,
  args: { rows, columns, pageSize: 8, ariaLabel: 'Expenses' },
} satisfies Meta<typeof Table>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Table')
export const States = statesStory('Table')

export const Typical: Story = {
  args: {
    search: true,
    footer: { note: 'Total', amount: 3450 },
    rowActions: [
      { label: () => 'Edit', icon: 'pencil', do: act },
      { label: () => 'Delete', icon: 'trash-2', tone: 'bad', do: act },
    ],
  },
}
export const RowsThatOpen: Story = { args: { onRowPress: act } }
export const SelectMany: Story = { args: { select: 'many' } }
export const SelectOne: Story = { args: { select: 'one' } }
export const LongText: Story = {
  args: { rows: rows.map(row => ({ ...row, note: 'Two coats of paint for the hall, and a new roller, because the old one fell apart' })) },
}
export const Narrow: Story = {
  decorators: [
    Story => (
      <div style={{ maxInlineSize: 340 }}>
        <Story />
      </div>
    ),
  ],
}
export const Empty: Story = {
  args: { rows: [], empty: <EmptyState text="No expenses yet" about="Add the first one above." icon="receipt" /> },
}
/** Of so many rows those that can be seen are drawn; the titles stay in view. */
export const TenThousandRows: Story = {
  args: {
    rows: Array.from({ length: 10_000 }, (_, id) => ({ id, note: `Entry ${id}`, date: '2026-01-03', category: 'Food', paid: id % 2 === 0, amount: id })),
    pageSize: undefined,
    search: true,
  },
}
export const TenThousandRowsNarrow: Story = { ...Narrow, args: { ...TenThousandRows.args } }

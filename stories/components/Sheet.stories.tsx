import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useState } from 'react'
import { expect, waitFor } from 'storybook/test'
import { isRecord } from '../../components/read-field.ts'
import { Sheet } from '../../components/Sheet/Sheet.tsx'
import type { SheetProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { exampleStory, statesStory } from '../component-stories.tsx'

const rows: readonly Json[] = [
  { id: 'a', what: 'Paint', count: 4, price: 18.5, paid: true, on: '2026-01-05' },
  { id: 'b', what: 'Roller', count: 2, price: 6.2, paid: false, on: '2026-01-06' },
  { id: 'c', what: 'Tape', count: 10, price: 1.95, paid: false, on: null },
]

/** Keeps the rows as an app's state does, and computes `sum` as its formula would. */
function LiveSheet({ value: first = rows, ...props }: SheetProps<ReactNode>) {
  const [value, setValue] = useState(first)
  const number = (row: Json | undefined, field: string) => (isRecord(row) && typeof row[field] === 'number' ? (row[field] as number) : 0)
  return (
    <Sheet
      {...props}
      value={value}
      columns={(
        props.columns ?? [
          { field: 'what', label: 'What' },
          { field: 'count', type: 'number' },
          { field: 'price', type: 'money' },
          { field: 'paid', type: 'bool' },
          { field: 'on', type: 'date', label: 'Bought on' },
          { field: 'sum', type: 'money', formula: () => null },
        ]
      ).map(column => (column.formula ? { ...column, formula: (row: number) => number(value[row], 'count') * number(value[row], 'price') } : column))}
      onChange={props.readOnly ? undefined : event => setValue(event.value)}
    />
  )
}

const meta = { title: 'Components/Data/Sheet', component: LiveSheet, args: { ariaLabel: 'Shopping' } } satisfies Meta<typeof LiveSheet>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Sheet')
export const States = statesStory('Sheet')

/** Typing edits the cell that has the focus, and what depends on it follows. */
export const Typical: Story = {
  play: async ({ canvas, userEvent }) => {
    const grid = await canvas.findByRole('grid', { name: 'Shopping' }, { timeout: 10_000 })
    await userEvent.click(canvas.getByRole('gridcell', { name: '4' }))
    await userEvent.keyboard('6{Enter}')
    await waitFor(() => expect(grid.textContent).toContain('$111.00'))
    await userEvent.keyboard('{ArrowUp}')
    await expect(document.activeElement?.textContent).toBe('6')
  },
}
export const ReadOnly: Story = { args: { readOnly: true } }
export const FixedRows: Story = { args: { addRows: false } }
export const LongText: Story = {
  args: {
    value: rows.map(row => ({
      ...(row as object),
      what: 'Two coats of paint for the hall, and a new roller, because the old one fell apart',
    })) as readonly Json[],
  },
}
export const Empty: Story = { args: { value: [] } }
/** Of so many rows those that can be seen are drawn. */
export const FiveThousandRows: Story = {
  args: { value: Array.from({ length: 5_000 }, (_, id) => ({ id, what: `Thing ${id}`, count: id % 7, price: 1.5, paid: id % 2 === 0, on: null })) },
}
export const Narrow: Story = {
  decorators: [
    Story => (
      <div style={{ maxInlineSize: 320 }}>
        <Story />
      </div>
    ),
  ],
}
export const RightToLeft: Story = {
  decorators: [
    Story => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
}

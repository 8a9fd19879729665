import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { Board } from '../../components/Board/Board.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

interface Task {
  readonly id: string
  readonly title: string
  readonly status: string
}
const tasks: readonly Task[] = [
  { id: 'a', title: 'Paint the hall', status: 'todo' },
  { id: 'b', title: 'Order tiles', status: 'todo' },
  { id: 'c', title: 'Fix the lamp', status: 'doing' },
  { id: 'd', title: 'Measure the windows for blinds', status: 'done' },
]
const columns = [
  { value: 'todo', label: 'To do' },
  { value: 'doing', label: 'In progress' },
  { value: 'done', label: 'Done' },
]

/** Keeps the order as an app's state does. */
function LiveBoard({
  start,
  accepts,
}: {
  readonly start: readonly Task[]
  readonly accepts?: (index: number, names: { readonly column: unknown }) => boolean
}) {
  const [items, setItems] = useState(start)
  return (
    <Board
      items={items.map(task => ({ ...task }))}
      groupBy="status"
      columns={columns}
      accepts={accepts}
      renderItem={index => <Card title={items[index]?.title} pad="s" />}
      onMove={({ row, to, index }) => {
        const card = items[row]
        if (!card) return
        const others = items.filter(task => task !== card)
        const before = others.filter(task => task.status === to)[index]
        const place = before ? others.indexOf(before) : others.length
        setItems(others.toSpliced(place, 0, { ...card, status: String(to) }))
      }}
    />
  )
}

const meta = { title: 'Components/Data/Board', component: LiveBoard, args: { start: tasks } } satisfies Meta<typeof LiveBoard>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Board')
export const States = statesStory('Board')

export const Typical: Story = {}
export const NotEverywhere: Story = { args: { accepts: (_, { column }) => column !== 'done' } }
/** Of so many cards those that can be seen are drawn. */
export const TenThousandCards: Story = {
  args: { start: Array.from({ length: 10_000 }, (_, index) => ({ id: `t${index}`, title: `Task ${index}`, status: index % 3 === 0 ? 'doing' : 'todo' })) },
}
export const Empty: Story = { args: { start: [] } }
export const ValueOfNoColumn: Story = { args: { start: [...tasks, { id: 'x', title: 'From an older version', status: 'someday' }] } }
export const LongText: Story = {
  args: {
    start: [
      {
        id: 'l',
        title: 'Ask whether the windows on the north side can be measured before the builders come back from their holidays',
        status: 'todo',
      },
    ],
  },
}

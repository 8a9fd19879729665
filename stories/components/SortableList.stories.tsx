import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { SortableList } from '../../components/SortableList/SortableList.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

/** Keeps the order as an app's state does. */
function LiveList({ start }: { readonly start: readonly string[] }) {
  const [items, setItems] = useState(start)
  return (
    <SortableList
      items={items}
      ariaLabel="Steps"
      renderItem={index => <Text text={items[index]} />}
      onMove={({ from, to }) => setItems(items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1)))}
    />
  )
}

const meta = { title: 'Components/Data/SortableList', component: LiveList, args: { start: ['Sow', 'Water', 'Weed', 'Reap'] } } satisfies Meta<typeof LiveList>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('SortableList')
export const States = statesStory('SortableList')

export const Typical: Story = {}
export const LongText: Story = {
  args: { start: ['Water every second day, early in the morning, and never on the leaves, as long as the nights are still cold', 'Reap'] },
}
export const TenThousandRows: Story = { args: { start: Array.from({ length: 10_000 }, (_, index) => `Step ${index}`) } }
export const Empty: Story = { args: { start: [] } }

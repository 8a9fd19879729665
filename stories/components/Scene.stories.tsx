import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { Scene } from '../../components/Scene/Scene.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const squares = Array.from({ length: 64 }, (_, index) => ({
  kind: 'rect',
  id: `s${index}`,
  label: `${'abcdefgh'[index % 8]}${8 - Math.floor(index / 8)}`,
  x: index % 8,
  y: Math.floor(index / 8),
  w: 1,
  h: 1,
  fill: (index + Math.floor(index / 8)) % 2 ? 'slate' : 'white',
}))

const meta = {
  title: 'Components/Special/Scene',
  component: Scene,
  args: { width: 8, height: 8, label: 'Board', shapes: squares },
} satisfies Meta<typeof Scene>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Scene')
export const States = statesStory('Scene')

export const Typical: Story = { args: { onPress: () => {} } }
export const Draggable: Story = {
  args: {
    shapes: [...squares, { kind: 'circle', id: 'pawn', label: 'Pawn', drag: true, cx: 3.5, cy: 6.5, r: 0.35, fill: 'black' }],
    onDrag: () => {},
  },
}
export const WithSomethingOverIt: Story = {
  args: {
    width: 400,
    height: 300,
    label: 'Snake',
    shapes: [
      { kind: 'rect', w: 400, h: 300, fill: '#0f172a' },
      { kind: 'circle', cx: 310, cy: 110, r: 9, fill: 'red' },
    ],
    children: (
      <Card title="Snake">
        <Button label="Start game" variant="primary" />
      </Card>
    ),
  },
}
export const RefusedImage: Story = {
  args: { width: 100, height: 60, shapes: [{ kind: 'image', x: 10, y: 10, w: 80, h: 40, src: 'https://a.example/photo.png' }] },
}
export const Empty: Story = { args: { shapes: [] } }

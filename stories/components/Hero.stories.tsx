import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Hero } from '../../components/Hero/Hero.tsx'
import { illustrationNames } from '../../components/illustration/illustration-names.ts'
import { exampleStory, statesStory } from '../component-stories.tsx'
import { dusk } from '../pictures.ts'

const meta = {
  title: 'Components/Text/Hero',
  component: Hero,
  args: {
    title: 'Water your plants',
    text: 'Three of them are thirsty today. The fern has waited since Tuesday.',
    image: 'plant',
    actions: [<Button key="add" label="Add plant" variant="primary" icon="plus" />, <Button key="all" label="See all" />],
  },
} satisfies Meta<typeof Hero>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Hero')
export const States = statesStory('Hero')

export const Typical: Story = {}
export const Photograph: Story = { args: { image: dusk, title: 'Walks along the coast', text: 'Twelve routes, from an hour to a day.' } }
export const Words: Story = { args: { image: '', text: '' } }
export const NoPictureToShow: Story = { args: { image: 'https://example.com/fern.png' } }
export const Plain: Story = { args: { surface: 'plain', image: 'notes' } }
export const LongText: Story = {
  args: {
    title: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
    text: 'And then a sentence that goes on for longer than anybody would read at the top of a page, although it is perfectly well meant and says something in the end.',
  },
}
/** All the pictures that come with Cyanotype, by the names that an app calls them. */
export const EveryIllustration: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 420px), 1fr))' }}>
      {illustrationNames.map(name => (
        <Hero key={name} title={name} image={name} />
      ))}
    </div>
  ),
}

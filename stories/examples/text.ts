import { hills } from '../sample-picture.ts'
import type { Examples } from './example.ts'

export const words: Examples = {
  Avatar: { node: { name: 'Ada Lovelace', size: 'l' } },
  Badge: { node: { text: 'Overdue', tone: 'bad', icon: 'clock' } },
  Code: { node: { text: '{\n  "plant": "Fern",\n  "water": "every third day"\n}', language: 'json', copy: true } },
  Heading: { node: { text: 'Good morning', level: 1 } },
  Hero: {
    node: {
      title: 'Water your plants',
      text: 'Three of them are thirsty today, and one is in bloom.',
      image: 'plant',
      actions: [{ type: 'Button', label: 'Add plant', variant: 'primary' }],
    },
  },
  Icon: { node: { name: 'leaf', label: 'Plant', tone: 'good', size: 'xl' } },
  Image: { node: { src: hills, alt: 'Hills below a low sun', ratio: '16:9', radius: 'm', width: 'm' } },
  Kbd: { node: { keys: 'mod+shift+n' } },
  Link: { node: { text: 'The recipe', href: 'https://example.org/pie' } },
  Markdown: {
    node: {
      text: '## Apple pie\n\nPeel **six apples**, and *not one more*.\n\n| what | how much |\n|---|---:|\n| flour | 250 g |\n| butter | 125 g |\n\n1. Knead the dough\n2. Wait an hour\n\n> It is best on the second day, says [the recipe](https://example.org/pie).',
    },
  },
  RichText: {
    node: {
      spans: [{ text: 'Now ' }, { text: '12 €', tone: 'good', weight: 'bold' }, { text: ' instead of ' }, { text: '18 €', strike: true }],
    },
  },
  Swatch: { node: { color: '#2f6f8f', label: 'Sea', copy: true } },
  Text: { node: { text: 'Water the fern before it is noon, and the cactus not at all.', size: 'l' } },
}

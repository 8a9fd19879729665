import { type Examples, set } from './example.ts'

const silence = 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='
const film = 'data:video/mp4;base64,AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDE='

export const actions: Examples = {
  Button: { node: { label: 'Add plant', icon: 'plus', variant: 'primary' } },
  IconButton: { node: { icon: 'trash-2', label: 'Delete the fern', variant: 'secondary' } },
  Menu: {
    node: {
      label: 'More',
      icon: 'ellipsis',
      items: [
        { label: 'Rename', icon: 'pencil', do: { do: 'toast', text: 'Rename' } },
        { label: 'Duplicate', icon: 'copy', do: { do: 'toast', text: 'Duplicate' } },
        { label: 'Delete', icon: 'trash-2', tone: 'bad', do: { do: 'toast', text: 'Delete' } },
      ],
    },
  },
  ToggleButton: { state: { mine: true }, node: { label: 'Only mine', icon: 'user', bind: 'mine' } },
}

export const special: Examples = {
  AppShortcut: { node: { app: 'Calculator', icon: 'calculator' } },
  Audio: { node: { src: silence, label: 'A second of silence' } },
  Frame: {
    capabilities: [{ use: 'frame:https://www.openstreetmap.org', why: 'Shows where it is.' }],
    node: { src: 'https://www.openstreetmap.org/export/embed.html', title: 'Map', height: 240 },
  },
  QrCode: { node: { text: 'WIFI:S:guests;T:WPA;P:green-garden;;', label: 'Join the guest network' } },
  Scene: {
    state: { at: 60 },
    node: {
      width: 200,
      height: 100,
      label: 'A ball on a table',
      shapes: [
        { kind: 'rect', x: 20, y: 76, w: 160, h: 8, fill: 'neutral' },
        { kind: 'circle', cx: '${at}', cy: 52, r: 22, fill: 'accent' },
      ],
      onPress: set('at', '${event.point.x}'),
    },
  },
  Sketch: {
    state: {
      strokes: {
        type: 'any',
        init: [
          {
            color: 'accent',
            size: 6,
            points: [40, 110, 0.5, 60, 70, 0.6, 90, 40, 0.6, 120, 60, 0.6, 130, 100, 0.5, 170, 110, 0.5, 210, 70, 0.6, 250, 40, 0.5],
          },
        ],
      },
    },
    node: { label: 'Signature', bind: 'strokes', height: 150 },
    empty: {},
  },
  Video: { node: { src: film, label: 'A film that has no picture yet' } },
  Stepper: {
    state: { step: 1 },
    node: { steps: ['Guests', 'Dates', 'Confirm'], bind: 'step', children: ['Who comes?', 'When do they come, and for how long?', 'All set.'] },
    frame: node => ({
      type: 'Stack',
      children: [
        node,
        {
          type: 'Row',
          children: [
            { type: 'Button', label: 'Back', disabled: '${step == 0}', onPress: { do: 'inc', path: 'step', by: -1 } },
            { type: 'Button', label: 'Next', variant: 'primary', disabled: '${step == 2}', onPress: { do: 'inc', path: 'step' } },
          ],
        },
      ],
    }),
  },
}

export const feedback: Examples = {
  Alert: { node: { tone: 'warn', title: 'Over your budget', text: 'You spent 40 € more than you planned for March.' } },
  Async: {
    capabilities: [{ use: 'net:https://rates.example.com', why: 'Today’s rates.' }],
    data: { rates: { do: 'http.get', url: 'https://rates.example.com/today' } },
    node: { of: 'rates', children: [{ type: 'Stat', label: 'One euro in dollars', value: '${rates.value.usd}' }] },
    answers: { 'http.get': { status: 200, ok: true, headers: {}, body: { usd: 1.09 } } },
  },
  Empty: {
    node: {
      icon: 'sprout',
      text: 'No plants yet',
      about: 'Add the first, and it tells you when it wants water.',
      action: { type: 'Button', label: 'Add a plant', variant: 'primary' },
    },
  },
  Skeleton: { node: { lines: 4 } },
  Spinner: { node: { label: 'Loading the rates' } },
}

/** Small apps of these tests' own, each written as a model's reply. */

/** Counts, and keeps a list; needs quiet things only. */
export const tally = JSON.stringify({
  blueprint: 1,
  app: { name: 'Tally', icon: 'hash', about: 'Counts things and keeps a list of them.', window: { width: 420, height: 520 } },
  capabilities: [{ use: 'storage', why: 'Keeps the count.' }],
  state: {
    count: { type: 'number', init: 0, persist: true },
    things: { type: [{ id: 'text', name: 'text' }], init: [], persist: true, history: true },
    draft: '',
  },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Heading', text: 'Tally' },
      { type: 'Text', text: 'Counted ${count}' },
      { type: 'Button', label: 'Count', variant: 'primary', onPress: { do: 'inc', path: 'count' } },
      { type: 'TextField', label: 'Thing', bind: 'draft' },
      {
        type: 'Button',
        label: 'Add',
        onPress: [
          { do: 'add', to: 'things', item: { id: '${id()}', name: '${draft}' } },
          { do: 'set', path: 'draft', value: '' },
        ],
      },
      { type: 'List', each: '${things}', as: 'thing', empty: 'Nothing yet', children: [{ type: 'Text', text: '${thing.name}' }] },
    ],
  },
})

/** Shows notifications, so that it needs a yes. */
export const reminder = JSON.stringify({
  blueprint: 1,
  app: { name: 'Reminder', icon: 'bell', about: 'Reminds you of one thing.', window: { width: 420, height: 460 } },
  capabilities: [
    { use: 'storage', why: 'Keeps what you want to be reminded of.' },
    { use: 'notify', why: 'Tells you when the time has come.' },
  ],
  state: { presses: { type: 'number', init: 0, persist: true } },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Heading', text: 'Reminder' },
      { type: 'Text', text: 'Pressed ${presses}' },
      { type: 'Button', label: 'Press', onPress: { do: 'inc', path: 'presses' } },
      { type: 'Button', label: 'Remind me', onPress: { do: 'notify', title: 'It is time', text: 'Now' } },
    ],
  },
})

/** What the tests of the desktop itself open several of. */
export function plainApp(name: string): string {
  return JSON.stringify({
    blueprint: 1,
    app: { name, icon: 'app-window', about: `An app called ${name}.`, window: { width: 400, height: 360 } },
    state: { count: 0 },
    view: {
      type: 'Stack',
      pad: 'm',
      children: [
        { type: 'Heading', text: name },
        { type: 'Text', text: 'Count ${count}' },
        { type: 'Button', label: 'More', onPress: { do: 'inc', path: 'count' } },
      ],
    },
  })
}

/** Holds a bit of everything that could stay behind: a timer, an effect, a form, a list, a dialog, a chart, state that is kept. */
export const visitor = JSON.stringify({
  blueprint: 1,
  app: { name: 'Visitor', icon: 'users', about: 'Who is here.', window: { width: 460, height: 640 } },
  capabilities: [{ use: 'storage', why: 'Keeps who is here.' }],
  state: {
    guests: { type: [{ id: 'text', name: 'text' }], init: [], persist: true, history: true },
    draft: '',
    kind: 'friend',
    day: { type: 'date', init: '2026-11-20' },
    ticks: 0,
    most: 0,
    open: false,
  },
  derived: { count: '${guests.length}', points: '${range(20).map(x => ({ x: x, y: x * count }))}' },
  timers: { tick: { every: 50, do: { do: 'inc', path: 'ticks' } } },
  effects: { counted: { watch: '${count}', do: { do: 'set', path: 'most', value: '${max(most, count)}' } } },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Heading', text: 'Visitor' },
      { type: 'TextField', label: 'Guest', bind: 'draft' },
      { type: 'Select', label: 'Kind', bind: 'kind', options: ['friend', 'neighbour'] },
      { type: 'DateField', label: 'Day', bind: 'day' },
      {
        type: 'Button',
        label: 'Add',
        onPress: [
          { do: 'add', to: 'guests', item: { id: '${id()}', name: '${draft}' } },
          { do: 'set', path: 'draft', value: '' },
        ],
      },
      { type: 'Button', label: 'Everybody leaves', onPress: { do: 'set', path: 'guests', value: [] } },
      { type: 'List', each: '${guests}', as: 'guest', empty: 'Nobody is here', children: [{ type: 'Text', text: '${guest.name} is here' }] },
      { type: 'Chart', kind: 'line', title: 'Guests', data: '${points}', x: 'x', y: 'y' },
      { type: 'Text', text: '${ticks} ticks, at most ${most}' },
    ],
  },
})

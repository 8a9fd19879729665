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

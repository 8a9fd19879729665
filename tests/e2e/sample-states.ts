import type { Json } from '../../schema/json/json.ts'

/** The days before 21 November 2026 on which `keep` says yes, counted back from the 20th. */
const days = (count: number, keep: (back: number) => boolean): string[] =>
  Array.from({ length: count }, (_, back) => back)
    .filter(keep)
    .map(back => new Date(Date.UTC(2026, 10, 20 - back)).toISOString().slice(0, 10))

const spent = (rows: readonly (readonly [string, number, string, string])[]): Json =>
  rows.map(([date, amount, category, note], index) => ({ id: `e${index}`, date, amount, category, note }))

/** What the apps on the screenshots have in them, by app and state entry. */
export const sampleStates: ReadonlyMap<string, Readonly<Record<string, Json>>> = new Map<string, Readonly<Record<string, Json>>>([
  [
    'todos',
    {
      todos: [
        { id: '1', title: 'Book the dentist', done: false, due: '2026-11-20', note: '' },
        { id: '2', title: 'Return the library books', done: false, due: '2026-11-18', note: '' },
        { id: '3', title: 'Write to Ada about the weekend', done: false, due: null, note: '' },
        { id: '4', title: 'Mend the garden gate', done: false, due: '2026-11-28', note: '' },
        { id: '5', title: 'Buy lamp oil', done: true, due: null, note: '' },
      ],
      filter: 'all',
    },
  ],
  [
    'notes',
    {
      notes: [
        { id: '1', text: 'Bread for Sunday\n500 g flour, 360 g water, 10 g salt', pinned: true, changedAt: 1795170000000, createdAt: 1795000000000 },
        { id: '2', text: 'Ideas for the garden\nA bench under the apple tree', pinned: false, changedAt: 1795100000000, createdAt: 1794900000000 },
        { id: '3', text: 'Books to read\nThe Summer Book', pinned: false, changedAt: 1794800000000, createdAt: 1794700000000 },
      ],
    },
  ],
  [
    'plants',
    {
      plants: [
        { id: '1', name: 'Fern', place: 'Bathroom', every: 3, last: '2026-11-16', listed: false },
        { id: '2', name: 'Rubber plant', place: 'Living room', every: 7, last: '2026-11-14', listed: false },
        { id: '3', name: 'Basil', place: 'Kitchen', every: 1, last: '2026-11-19', listed: false },
        { id: '4', name: 'Cactus', place: 'Office', every: 30, last: '2026-11-02', listed: false },
      ],
    },
  ],
  [
    'digest',
    {
      readings: [
        {
          id: 'a',
          title: 'Why bread rises',
          text: 'Yeast feeds on the sugar in flour and gives off gas. Gluten holds the gas in bubbles, which the heat of the oven fixes.',
          summary: 'Yeast makes gas, gluten holds it, and the oven fixes both.',
          points: ['Yeast turns sugar into carbon dioxide.', 'Kneading lines up the gluten.', 'A hot oven sets the crumb before the bubbles break.'],
          terms: [
            { term: 'Gluten', meaning: 'Proteins of wheat that form an elastic net.' },
            { term: 'Proofing', meaning: 'Letting the dough rise before it is baked.' },
          ],
          asked: [{ id: 'q', question: 'Why does it need salt?', answer: 'The text does not say.' }],
          at: Date.UTC(2026, 10, 19, 9),
        },
        {
          id: 'b',
          title: 'Letter from the council about the new bus lane',
          text: 'From March the number 12 takes the new lane along the river.',
          summary: '',
          points: [],
          terms: [],
          asked: [],
          at: Date.UTC(2026, 10, 17, 18),
        },
      ],
    },
  ],
  [
    'habits',
    {
      habits: [
        { id: 'a', name: 'Read ten pages', icon: 'book-open', goal: 7, days: days(80, back => back % 9 !== 5) },
        { id: 'b', name: 'Walk half an hour', icon: 'footprints', goal: 5, days: days(80, back => back % 7 < 4) },
        { id: 'c', name: 'Practise Spanish', icon: 'languages', goal: 4, days: days(60, back => back % 3 !== 1 && back > 0) },
        { id: 'd', name: 'Eight glasses of water', icon: 'droplets', goal: 7, days: days(30, back => back % 5 !== 2) },
      ],
    },
  ],
  [
    'kanban',
    {
      cards: [
        { id: '1', title: 'Sketch the herb spiral', status: 'todo', tag: 'Design', due: null, notes: '' },
        { id: '2', title: 'Order seed potatoes', status: 'todo', tag: 'Shopping', due: '2026-11-27', notes: '' },
        { id: '3', title: 'Ask the neighbours about the fence', status: 'todo', tag: '', due: null, notes: '' },
        { id: '4', title: 'Turn the compost', status: 'doing', tag: 'Ground', due: '2026-11-21', notes: '' },
        { id: '5', title: 'Prune the apple tree', status: 'doing', tag: 'Trees', due: null, notes: '' },
        { id: '6', title: 'Lay the path to the shed', status: 'done', tag: 'Ground', due: null, notes: '' },
        { id: '7', title: 'Empty the water butt', status: 'done', tag: '', due: null, notes: '' },
      ],
    },
  ],
  [
    'expenses',
    {
      budget: 900,
      expenses: spent([
        ['2026-11-19', 23.4, 'Food', 'Market'],
        ['2026-11-18', 61.2, 'Food', 'Groceries'],
        ['2026-11-17', 12.5, 'Fun', 'Cinema'],
        ['2026-11-15', 38, 'Transport', 'Train to Leeds'],
        ['2026-11-14', 84.99, 'Shopping', 'Winter boots'],
        ['2026-11-12', 44.75, 'Food', 'Groceries'],
        ['2026-11-09', 18.3, 'Health', 'Pharmacy'],
        ['2026-11-05', 210, 'Bills', 'Electricity'],
        ['2026-11-03', 52.1, 'Food', 'Groceries'],
        ['2026-10-21', 240, 'Bills', 'Water'],
        ['2026-10-12', 130.4, 'Food', 'Groceries'],
        ['2026-09-18', 310, 'Shopping', 'Desk'],
      ]),
    },
  ],
])

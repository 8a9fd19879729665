import { type Examples, set } from './example.ts'

const expenses = [
  { id: 'a', note: 'Lunch', date: '2026-01-03', category: 'Food', paid: true, amount: 12.5 },
  { id: 'b', note: 'Paint for the hall', date: '2026-01-04', category: 'Home', paid: false, amount: 48 },
  { id: 'c', note: 'Bus', date: '2026-01-05', category: 'Travel', paid: true, amount: 2.8 },
  { id: 'd', note: 'Seeds', date: '2026-01-08', category: 'Home', paid: true, amount: 9.9 },
]

const week = [
  { day: 'Mon', minutes: 32, goal: 40 },
  { day: 'Tue', minutes: 45, goal: 40 },
  { day: 'Wed', minutes: 20, goal: 40 },
  { day: 'Thu', minutes: 64, goal: 40 },
  { day: 'Fri', minutes: 51, goal: 40 },
]

export const data: Examples = {
  Board: {
    state: {
      tasks: {
        type: [{ id: 'text', title: 'text', status: 'text' }],
        init: [
          { id: 'a', title: 'Paint the hall', status: 'todo' },
          { id: 'b', title: 'Order tiles', status: 'todo' },
          { id: 'c', title: 'Fix the lamp', status: 'doing' },
        ],
      },
    },
    node: {
      items: '${tasks}',
      as: 'task',
      groupBy: 'status',
      columns: [
        { value: 'todo', label: 'To do' },
        { value: 'doing', label: 'In progress' },
        { value: 'done', label: 'Done' },
      ],
      children: [{ type: 'Card', title: '${task.title}', pad: 's' }],
    },
  },
  Calendar: {
    state: { day: { type: 'date?', init: '2026-01-05' } },
    node: {
      bind: 'day',
      events: [
        { date: '2026-01-05', title: 'Dentist', start: '09:30', end: '10:00', tone: 'warn' },
        { date: '2026-01-05', title: 'Dinner with Ada', start: '19:00' },
        { date: '2026-01-20', title: 'Rent is due', tone: 'bad' },
      ],
    },
  },
  Chart: { constants: { week }, node: { kind: 'bar', title: 'Minutes by day', data: '${week}', x: 'day', y: 'minutes', target: 40 } },
  Gantt: {
    node: {
      items: [
        { id: 'a', label: 'Walls', start: '2026-01-05', end: '2026-01-16', progress: 60, tone: 'good' },
        { id: 'b', label: 'Floor', start: '2026-01-14', end: '2026-01-28' },
        { id: 'c', label: 'Move in', start: '2026-02-01', tone: 'accent' },
      ],
    },
  },
  Graph: {
    node: {
      label: 'From order to delivery',
      nodes: [
        { id: 'order', label: 'Order' },
        { id: 'pay', label: 'Payment', tone: 'warn' },
        { id: 'pack', label: 'Pack' },
        { id: 'send', label: 'Send', tone: 'good' },
      ],
      edges: [
        { from: 'order', to: 'pay' },
        { from: 'order', to: 'pack' },
        { from: 'pay', to: 'send', label: 'received' },
        { from: 'pack', to: 'send' },
      ],
    },
  },
  HeatGrid: {
    derived: { cells: '${range(35).map(n => ({ x: floor(n / 5), y: n % 5, value: (n * 7) % 5, label: "Hour " + n }))}' },
    node: {
      cells: '${cells}',
      xLabels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      yLabels: ['8', '10', '12', '14', '16'],
      tone: 'good',
      ariaLabel: 'Activity by day and hour',
    },
    empty: { cells: [] },
  },
  KeyValue: {
    node: {
      items: [
        { key: 'Height', value: '64 cm' },
        { key: 'Light', value: 'Bright, without sun' },
        { key: 'Last watered', value: 'On Tuesday' },
      ],
    },
  },
  List: {
    state: {
      todos: {
        type: [{ id: 'text', title: 'text', done: 'bool' }],
        init: [
          { id: 'a', title: 'Buy soil', done: true },
          { id: 'b', title: 'Call the plumber', done: false },
          { id: 'c', title: 'Send the invoice', done: false },
        ],
      },
    },
    node: {
      divided: true,
      each: '${todos}',
      as: 'todo',
      empty: 'Nothing to do',
      children: [{ type: 'Checkbox', label: '${todo.title}', bind: 'todo.done' }],
    },
  },
  Meter: {
    node: {
      label: 'Battery',
      value: 18,
      max: 100,
      bands: [
        { to: 20, tone: 'bad' },
        { to: 50, tone: 'warn' },
        { to: 100, tone: 'good' },
      ],
    },
  },
  Progress: { node: { label: '3 of 8 done', value: 3, max: 8, tone: 'good' } },
  ProgressRing: { node: { label: 'Focus', value: 900, max: 1500, text: '15:00', size: 'xl' } },
  Sheet: {
    state: {
      goods: {
        type: [{ id: 'text', what: 'text', count: 'number', price: 'number' }],
        init: [
          { id: 'a', what: 'Pots', count: 6, price: 3.5 },
          { id: 'b', what: 'Soil, 20 l', count: 2, price: 8.9 },
          { id: 'c', what: 'Seeds', count: 12, price: 1.8 },
        ],
      },
    },
    node: {
      bind: 'goods',
      ariaLabel: 'Shopping for the garden',
      columns: [
        { field: 'what', label: 'What' },
        { field: 'count', label: 'Count', type: 'number' },
        { field: 'price', label: 'Price', type: 'money' },
        { field: 'sum', label: 'Sum', type: 'money', formula: '${row.count * row.price}' },
      ],
    },
  },
  SortableList: {
    state: {
      steps: {
        type: [{ id: 'text', title: 'text' }],
        init: [
          { id: 'a', title: 'Sow' },
          { id: 'b', title: 'Water' },
          { id: 'c', title: 'Weed' },
          { id: 'd', title: 'Reap' },
        ],
      },
    },
    node: { items: '${steps}', as: 'step', ariaLabel: 'Steps', children: ['${step.title}'] },
  },
  Sparkline: { node: { label: 'Weight, last nine days', values: [71.2, 71, 70.6, 70.8, 70.1, 69.9, 70.2, 69.6, 69.4], tone: 'good' } },
  Stat: {
    node: { label: 'Spent this month', value: 1284.5, format: 'money', delta: -12, upIsGood: false, icon: 'wallet', spark: [90, 140, 120, 180, 160, 210] },
  },
  Table: {
    constants: { expenses },
    node: {
      rows: '${expenses}',
      ariaLabel: 'Expenses',
      columns: [
        { field: 'note', label: 'What for' },
        { field: 'date', format: 'date' },
        { field: 'category', format: 'badge' },
        { field: 'paid', format: 'bool' },
        { field: 'amount', format: 'money' },
      ],
      search: true,
      footer: { note: "${'Total'}", amount: "${sum(expenses, 'amount')}" },
      rowActions: [{ label: 'Delete ${row.note}', icon: 'trash-2', tone: 'bad', do: { do: 'toast', text: 'Delete ${row.note}' } }],
      empty: { type: 'Empty', text: 'No expenses yet', icon: 'receipt' },
    },
  },
  Timeline: {
    node: {
      items: [
        { at: '2026-01-05', title: 'Planted', text: 'In the bed by the wall.', icon: 'sprout', tone: 'good' },
        { at: '2026-03-12', title: 'First leaf' },
        { at: '2026-06-01', title: 'In bloom', icon: 'flower', tone: 'accent' },
      ],
    },
  },
  Tree: {
    state: { open: '' },
    constants: {
      folders: [
        {
          id: 'home',
          name: 'Home',
          children: [
            { id: 'bills', name: 'Bills' },
            { id: 'photos', name: 'Photos', children: [{ id: 'summer', name: 'Summer' }] },
          ],
        },
        { id: 'work', name: 'Work', children: [] },
      ],
    },
    node: { items: '${folders}', label: 'name', ariaLabel: 'Folders', onSelect: set('open', '${event.item.id}') },
  },
}

/** An app with the components that are loaded when they are first drawn, and tests of its own. */
export const editorsApp = {
  blueprint: 1,
  app: { name: 'Workshop', icon: 'hammer', about: 'Writes, plans, counts and draws.', window: { width: 900, height: 700 } },
  state: {
    source: '{ "a": 1 }',
    note: '# Plan',
    lines: {
      type: [{ id: 'text', what: 'text', count: 'number', price: 'number' }],
      init: [
        { id: 'a', what: 'Paint', count: 4, price: 18.5 },
        { id: 'b', what: 'Tape', count: 10, price: 2 },
      ],
      history: true,
    },
    strokes: { type: ['any'], init: [] },
    picked: '',
  },
  derived: { total: '${sum(lines.map(l => l.count * l.price))}' },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Text', text: 'Total ${total}, ${length(source)} characters, ${length(strokes)} strokes, picked ${picked}' },
      { type: 'CodeEditor', label: 'Source', bind: 'source', language: 'json' },
      { type: 'MarkdownEditor', label: 'Note', bind: 'note', preview: true },
      {
        type: 'Sheet',
        bind: 'lines',
        ariaLabel: 'Lines',
        columns: [
          { field: 'what' },
          { field: 'count', type: 'number' },
          { field: 'price', type: 'number' },
          { field: 'sum', type: 'number', formula: '${row.count * row.price}' },
        ],
      },
      {
        type: 'Gantt',
        items: [
          { id: 'w', label: 'Walls', start: '2026-01-05', end: '2026-01-16', progress: 40 },
          { id: 'p', label: 'Paint', start: '2026-01-14', end: '2026-01-20', tone: 'good' },
        ],
        onPress: { do: 'set', path: 'picked', value: '${event.item.label}' },
      },
      {
        type: 'Graph',
        label: 'What follows what',
        nodes: [
          { id: 'w', label: 'Build walls' },
          { id: 'p', label: 'Paint them', tone: 'good' },
        ],
        edges: [{ from: 'w', to: 'p', label: 'dry' }],
        onPress: { do: 'set', path: 'picked', value: '${event.node.label}' },
      },
      { type: 'Sketch', label: 'Drawing', bind: 'strokes' },
    ],
  },
  tests: [
    {
      name: 'code and notes are typed',
      steps: [
        { fill: '[1, 2]', into: 'Source' },
        { sees: '6 characters' },
        { fill: '## Later', into: 'Note' },
        { expect: "${note == '## Later'}" },
        { press: 'List' },
        { expect: "${note == '- ## Later'}" },
      ],
    },
    {
      name: 'cells are edited, and what is computed follows',
      steps: [
        { sees: 'Total 94' },
        { press: '18.5' },
        { key: 'F2' },
        { fill: '20', into: 'Price, row 1' },
        { key: 'Enter' },
        { sees: 'Total 100' },
        { press: 'Add row' },
        { expect: '${length(lines) == 3}' },
        { press: 'Remove row' },
        { expect: '${length(lines) == 2}' },
      ],
    },
    {
      name: 'bars and nodes are pressed',
      steps: [{ press: 'Paint, Jan 14 – 20, 2026' }, { sees: 'picked Paint' }, { press: 'Build walls' }, { sees: 'picked Build walls' }],
    },
    {
      name: 'a drawing is cleared',
      state: { strokes: [{ color: 'blue', size: 4, points: [10, 10, 0.5, 100, 10, 0.5] }] },
      steps: [{ sees: '1 strokes' }, { press: 'Clear' }, { sees: '0 strokes' }],
    },
  ],
} as const

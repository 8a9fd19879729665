import type { Examples } from './example.ts'

const rooms = [
  { value: 'kitchen', label: 'Kitchen', icon: 'utensils' },
  { value: 'bath', label: 'Bathroom', icon: 'bath' },
  { value: 'garden', label: 'Garden', icon: 'leaf' },
]

export const input: Examples = {
  Checkbox: { state: { done: true }, node: { label: 'Watered today', bind: 'done' } },
  CheckboxGroup: {
    state: { toppings: { type: ['text'], init: ['Olives'] } },
    node: { label: 'Toppings', bind: 'toppings', options: ['Ham', 'Olives', 'Basil'] },
  },
  CodeEditor: {
    state: { source: '{\n  "plant": "Fern",\n  "water": 3\n}' },
    node: { label: 'Data', bind: 'source', language: 'json', rows: 5 },
  },
  ColorField: { state: { color: '#2f6f8f' }, node: { label: 'Colour', bind: 'color' } },
  ComboBox: {
    state: { city: { type: 'text?', init: 'Lisbon' } },
    node: { label: 'City', bind: 'city', options: ['Berlin', 'Lima', 'Lisbon', 'London', 'Ljubljana'], placeholder: 'Type to find one', custom: true },
  },
  DateField: { state: { due: { type: 'date?', init: '2026-01-12' } }, node: { label: 'Due', bind: 'due', about: 'The day on which it has to be there.' } },
  DateRangeField: {
    state: { trip: { type: { start: 'date?', end: 'date?' }, init: { start: '2026-01-12', end: '2026-01-18' } } },
    node: { label: 'Trip', bind: 'trip' },
  },
  FileField: { state: { photo: { type: 'file?', init: null } }, node: { label: 'Photo', bind: 'photo', accept: ['image/*'] } },
  Form: {
    state: { name: '', amount: { type: 'number?', init: null } },
    node: {
      onSubmit: { do: 'toast', text: 'Saved' },
      submitLabel: 'Save',
      children: [
        { type: 'TextField', label: 'What for', bind: 'name', required: true },
        { type: 'NumberField', label: 'Amount', bind: 'amount', format: 'money', min: 0, required: true },
      ],
    },
  },
  MarkdownEditor: {
    state: { note: '## Sowing\n\n- Radish in **March**\n- Beans in May' },
    node: { label: 'Note', bind: 'note', preview: true },
  },
  MultiSelect: {
    state: { rooms: { type: ['text'], init: ['kitchen', 'garden'] } },
    node: { label: 'Rooms', bind: 'rooms', options: rooms, placeholder: 'Any room' },
  },
  NumberField: { state: { amount: { type: 'number?', init: 42.5 } }, node: { label: 'Amount', bind: 'amount', format: 'money', min: 0, step: 0.5 } },
  RadioGroup: { state: { answer: { type: 'text?', init: 'Yes' } }, node: { label: 'Do you come?', bind: 'answer', options: ['Yes', 'No', 'Not sure'] } },
  Rating: { state: { rating: 4 }, node: { label: 'How was it?', bind: 'rating' } },
  Segmented: {
    state: { filter: 'open' },
    node: {
      label: 'Show',
      bind: 'filter',
      options: [
        { value: 'all', label: 'All' },
        { value: 'open', label: 'Open' },
        { value: 'done', label: 'Done' },
      ],
    },
  },
  Select: { state: { room: { type: 'text?', init: 'garden' } }, node: { label: 'Room', bind: 'room', options: rooms, placeholder: 'Choose a room' } },
  Slider: { state: { tip: 12 }, node: { label: 'Tip', bind: 'tip', min: 0, max: 40, unit: '%' } },
  Switch: { state: { sound: true }, node: { label: 'Sound', bind: 'sound', about: 'A bell when the time is over.' } },
  TagField: {
    state: { tags: { type: ['text'], init: ['spring', 'shade'] } },
    node: { label: 'Tags', bind: 'tags', suggestions: ['spring', 'summer', 'shade', 'sun'], placeholder: 'Add a tag' },
  },
  TextArea: { state: { notes: 'Stands at the east window.' }, node: { label: 'Notes', bind: 'notes', rows: 3 } },
  TextField: { state: { name: 'Fern' }, node: { label: 'Name', bind: 'name', placeholder: 'What you call it', icon: 'leaf' } },
  TimeField: { state: { from: { type: 'text?', init: '09:30' } }, node: { label: 'From', bind: 'from' } },
}

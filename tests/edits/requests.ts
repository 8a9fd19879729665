/** Thirty changes that people ask for, of apps that come with the desktop, each with the edit that a model answered. */
import type { JsonObject } from '../../schema/json/json.ts'

export interface EditRequest {
  /** A shipped app. */
  readonly app: string
  readonly request: string
  readonly ops: readonly JsonObject[]
  /** Entries of the state from which nothing may be lost, with something in them. */
  readonly state?: JsonObject
}

const todo = { id: 'a', title: 'Water the plants', done: false, due: '2026-11-25', note: 'all of them' }
const expense = { id: 'a', amount: 12.5, category: 'Food', date: '2026-11-20', note: 'Bread' }
const habit = { id: 'a', name: 'Read', icon: '📖', goal: 5, days: ['2026-11-19', '2026-11-20'] }
const card = { id: 'a', title: 'Paint the door', status: 'doing', tag: 'home', due: null, notes: 'blue' }
const note = { id: 'a', text: 'A line', pinned: true, changedAt: 1_790_000_000_000, createdAt: 1_780_000_000_000 }

export const editRequests: readonly EditRequest[] = [
  {
    app: 'todos',
    request: 'give each todo a priority',
    state: { todos: [todo] },
    ops: [
      { put: 'state.todos.type.0.priority', value: 'text?' },
      { node: 'n27', before: { type: 'Segmented', label: 'Priority', bind: 'edited.priority', options: ['Low', 'Normal', 'High'] } },
      {
        node: 'n17',
        before: { type: 'Badge', show: '${!empty(todo.priority)}', text: '${todo.priority}', tone: "${todo.priority == 'High' ? 'bad' : 'neutral'}" },
      },
    ],
  },
  { app: 'todos', request: 'call it Errands', state: { todos: [todo] }, ops: [{ put: 'app.name', value: 'Errands' }] },
  {
    app: 'todos',
    request: 'a category for each, and filter by it',
    state: { todos: [todo] },
    ops: [
      { put: 'state.todos.type.0.category', value: 'text?' },
      { put: 'state.onlyCategory', value: { type: 'text?', init: null } },
      {
        node: 'n25',
        after: {
          type: 'ComboBox',
          label: 'Category',
          bind: 'edited.category',
          custom: true,
          options: '${sort(uniq(todos.map(t => t.category)).filter(c => !empty(c)))}',
        },
      },
      {
        node: 'n10',
        after: {
          type: 'Select',
          label: 'Category',
          hideLabel: true,
          bind: 'onlyCategory',
          options:
            "${concat([{ value: null, label: 'All categories' }], sort(uniq(todos.map(t => t.category)).filter(c => !empty(c))).map(c => ({ value: c, label: c })))}",
        },
      },
      { node: 'n12', set: { each: '${shown.filter(t => onlyCategory == null || t.category == onlyCategory)}' } },
    ],
  },
  {
    app: 'todos',
    request: 'celebrate when everything is done',
    state: { todos: [todo] },
    ops: [{ put: 'effects.allDone', value: { when: '${!empty(todos) && count(open) == 0}', do: { do: 'celebrate' } } }],
  },
  { app: 'todos', request: 'no progress bar please', state: { todos: [todo] }, ops: [{ node: { type: 'Progress' }, remove: true }] },
  {
    app: 'todos',
    request: 'a calm look, more compact',
    state: { todos: [todo] },
    ops: [{ put: 'app.theme', value: { preset: 'calm', accent: 'teal', density: 'compact' } }],
  },
  {
    app: 'expenses',
    request: 'show the three largest categories',
    state: { expenses: [expense] },
    ops: [
      { put: 'derived.largest', value: "${take(sort(group(expenses, 'category', xs => sum(xs, 'amount')), g => g.value, 'desc'), 3)}" },
      { node: 'n15', after: { type: 'KeyValue', show: '${!empty(largest)}', items: '${largest.map(g => ({ key: g.key, value: money(g.value) }))}' } },
    ],
  },
  {
    app: 'expenses',
    request: 'who paid?',
    state: { expenses: [expense] },
    ops: [
      { put: 'state.expenses.type.0.who', value: 'text?' },
      { put: 'state.draft.type.who', value: 'text?' },
      {
        node: 'n32',
        after: {
          type: 'ComboBox',
          label: 'Who paid',
          bind: 'draft.who',
          custom: true,
          options: '${sort(uniq(expenses.map(e => e.who)).filter(w => !empty(w)))}',
        },
      },
      { node: { '#': 'n20', at: ['columns'] }, into: { field: 'who', label: 'Who' } },
      { put: ['actions', 'save', 0, 'then', 'item', 'who'], value: '${draft.who}' },
      { put: ['actions', 'save', 0, 'else', 'with', 'who'], value: '${draft.who}' },
    ],
  },
  {
    app: 'expenses',
    request: 'a pie instead of that chart',
    state: { expenses: [expense] },
    ops: [{ node: { type: 'Chart', title: 'By category' }, set: { kind: 'pie' } }],
  },
  {
    app: 'expenses',
    request: 'let me fold the budget away',
    state: { expenses: [expense] },
    ops: [{ node: 'n24', set: { title: 'Your budget', collapsible: true } }],
  },
  {
    app: 'expenses',
    request: 'how much a day, on average',
    state: { expenses: [expense] },
    ops: [{ node: 'n14', after: { type: 'Stat', label: 'Each, on average', value: "${avg(expenses, 'amount')}", format: 'money' } }],
  },
  {
    app: 'habits',
    request: 'a note for each habit',
    state: { habits: [habit] },
    ops: [
      { put: 'state.habits.type.0.why', value: 'text?' },
      { node: 'n20', after: { type: 'TextField', label: 'Why', hideLabel: true, placeholder: 'Why?', bind: 'habit.why' } },
    ],
  },
  {
    app: 'habits',
    request: 'say how many are done today on top',
    state: { habits: [habit] },
    ops: [{ node: 'n4', set: { text: "${format(today(), 'EEEE')}, ${doneToday} done" } }],
  },
  { app: 'habits', request: 'no map', state: { habits: [habit] }, ops: [{ node: { type: 'Tab', title: 'Map' }, remove: true }] },
  {
    app: 'habits',
    request: 'a sound when I tick one',
    state: { habits: [habit] },
    ops: [{ put: 'effects.ticked', value: { watch: '${doneToday}', do: { do: 'sound.play', name: 'success' } } }],
  },
  {
    app: 'pomodoro',
    request: 'the task above the clock',
    state: { focusMinutes: 30 },
    ops: [
      { node: 'n11', remove: true },
      { node: 'n2', after: { type: 'TextField', label: 'What are you working on?', bind: 'task' } },
    ],
  },
  {
    app: 'pomodoro',
    request: 'a goal of rounds a day',
    state: { focusMinutes: 30 },
    ops: [
      { put: 'state.goal', value: { type: 'number', init: 8, persist: true } },
      { node: 'n35', after: { type: 'NumberField', label: 'Rounds a day', bind: 'goal', min: 1, max: 24 } },
    ],
  },
  { app: 'pomodoro', request: 'dark please', state: { focusMinutes: 30 }, ops: [{ put: 'app.theme.mode', value: 'dark' }] },
  {
    app: 'kanban',
    request: 'who does it?',
    state: { cards: [card] },
    ops: [
      { put: 'state.cards.type.0.who', value: 'text?' },
      { node: 'n23', after: { type: 'TextField', label: 'Who', bind: 'edited.who' } },
      { node: 'n12', after: { type: 'Badge', show: '${!empty(card.who)}', text: '${card.who}', icon: 'user' } },
    ],
  },
  {
    app: 'kanban',
    request: 'count the cards at the top',
    state: { cards: [card] },
    ops: [{ node: 'n6', before: { type: 'Badge', text: "${count(cards)} ${plural(count(cards), 'card', 'cards')}" } }],
  },
  {
    app: 'kanban',
    request: 'a photo on cards',
    state: { cards: [card] },
    ops: [
      { put: 'state.cards.type.0.photo', value: 'file?' },
      { node: 'n24', after: { type: 'FileField', label: 'Photo', bind: 'edited.photo', accept: ['image/*'] } },
      { node: 'n10', before: { type: 'Image', show: '${card.photo != null}', src: '${card.photo}', alt: '${card.title}', ratio: '16:9' } },
    ],
  },
  {
    app: 'notes',
    request: 'show how many words each has',
    state: { notes: [note] },
    ops: [{ node: 'n11', after: { type: 'Text', size: 's', tone: 'neutral', text: '${count(words(one.text))} words' } }],
  },
  {
    app: 'notes',
    request: 'a colour for each note',
    state: { notes: [note] },
    ops: [
      { put: 'state.notes.type.0.colour', value: 'text?' },
      { node: 'n20', after: { type: 'ColorField', label: 'Colour', bind: 'note.colour' } },
    ],
  },
  { app: 'notes', request: 'set what I read apart', state: { notes: [note] }, ops: [{ node: 'n22', set: { pad: 'm', surface: 'card' } }] },
  { app: 'tip-splitter', request: 'start with 10 %', state: { tip: 0.2 }, ops: [{ put: 'state.tip.init', value: 0.1 }] },
  {
    app: 'tip-splitter',
    request: 'warn me when nothing is entered',
    state: { tip: 0.2 },
    ops: [{ node: 'n2', after: { type: 'Alert', show: '${bill == null}', text: 'Enter what the bill comes to.' } }],
  },
  {
    app: 'unit-converter',
    request: 'remember the amount',
    state: { kind: 'length' },
    ops: [{ put: 'state.amount', value: { type: 'number?', init: 1, persist: true } }],
  },
  {
    app: 'world-clock',
    request: 'a note for each city',
    ops: [
      { put: ['state', 'places', 'type', 0, 'note'], value: 'text?' },
      { put: 'app.about', value: 'The time in your cities, with a note for each.' },
    ],
  },
  {
    app: 'calculator',
    request: 'a sound on a mistake',
    ops: [{ put: 'effects.wrong', value: { when: "${problem != ''}", do: { do: 'sound.play', name: 'error' } } }],
  },
  {
    app: 'countdown',
    request: 'call that section “Coming”, and a warm look',
    ops: [
      { node: 'n17', set: { title: 'Coming' } },
      { put: 'app.theme.preset', value: 'sunrise' },
    ],
  },
]

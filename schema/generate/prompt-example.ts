/** The example in the prompt: small, and using what most apps need. A test holds that it passes the check. */
export const promptExample = JSON.stringify({
  blueprint: 1,
  app: { name: 'Todos', icon: 'list-checks' },
  capabilities: [{ use: 'storage', why: 'Keeps the list.' }],
  state: {
    todos: { type: [{ id: 'text', title: 'text', done: 'bool' }], init: [], persist: true },
    draft: '',
  },
  derived: {
    open: 'todos.filter(t => !t.done)',
  },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', label: 'New todo', bind: 'draft', onEnter: 'add' },
      { type: 'Button', label: 'Add', variant: 'primary', disabled: '${empty(trim(draft))}', onPress: 'add' },
      {
        type: 'List',
        each: "sort(todos, 'done')",
        as: 'todo',
        empty: { type: 'Empty', text: 'Nothing here' },
        children: [
          {
            type: 'Row',
            children: [
              { type: 'Checkbox', label: '${todo.title}', bind: 'todo.done', grow: true },
              { type: 'IconButton', icon: 'trash-2', label: 'Delete ${todo.title}', onPress: { do: 'remove', item: 'todo' } },
            ],
          },
        ],
      },
      "${open.length} ${plural(open.length, 'item', 'items')} left",
    ],
  },
  actions: {
    add: [
      { do: 'stop', when: 'empty(trim(draft))' },
      { do: 'add', to: 'todos', item: { id: '${id()}', title: '${trim(draft)}', done: false } },
      { do: 'reset', path: 'draft' },
    ],
  },
  tests: [
    {
      name: 'Adds and ticks',
      steps: [{ fill: 'Milk', into: 'New todo' }, { press: 'Add' }, { check: 'Milk' }, { sees: '0 items left' }],
    },
  ],
})

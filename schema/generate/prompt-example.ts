/** The example in the prompt: small, and using what most apps need. A test holds that it passes the check. */
export const promptExample = JSON.stringify({
  blueprint: 1,
  app: { name: 'Todos', icon: 'list-checks', about: 'A list of things to do.', category: 'productivity' },
  capabilities: [{ use: 'storage', why: 'Keeps the list on this device.' }],
  state: {
    todos: { type: [{ id: 'text', title: 'text', done: 'bool' }], init: [], persist: true, history: true },
    draft: '',
  },
  derived: {
    open: 'todos.filter(t => !t.done)',
  },
  view: {
    type: 'Stack',
    children: [
      {
        type: 'Row',
        children: [
          { type: 'TextField', label: 'New todo', bind: 'draft', onEnter: 'add', autofocus: true, grow: true },
          { type: 'Button', label: 'Add', variant: 'primary', disabled: '${empty(trim(draft))}', onPress: 'add' },
        ],
      },
      {
        type: 'List',
        each: "sort(todos, 'done')",
        as: 'todo',
        empty: { type: 'Empty', text: 'Nothing here', icon: 'check' },
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
      { type: 'Text', tone: 'neutral', text: "${open.length} ${plural(open.length, 'item', 'items')} left" },
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
      name: 'A todo can be added and ticked',
      steps: [{ fill: 'Milk', into: 'New todo' }, { press: 'Add' }, { sees: '1 item left' }, { check: 'Milk' }, { sees: '0 items left' }],
    },
  ],
})

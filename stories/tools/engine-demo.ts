/** An app in which the tools that the engine does itself are tried: what they change is seen in it. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { toolsOf } from './described-tools.ts'

const say = (text: string): JsonObject => ({ do: 'set', path: 'said', value: text })

/** What the button of each does. */
const steps: Readonly<Record<string, Json>> = {
  add: { do: 'add', to: 'todos', item: { id: '${id()}', title: 'Bread', done: false } },
  inc: { do: 'inc', path: 'number' },
  move: { do: 'move', item: 'todos[0]', to: 'later' },
  redo: { do: 'redo' },
  remove: { do: 'remove', from: 'todos', where: 't => t.done' },
  reset: { do: 'reset', path: ['todos', 'later', 'number', 'said'] },
  set: say('Written by set'),
  toggle: { do: 'toggle', path: 'todos[0].done' },
  undo: { do: 'undo' },
  update: { do: 'update', in: 'todos', where: 't => !t.done', with: { title: 'Rice' } },
  each: { do: 'each', in: '${todos}', as: 'todo', steps: { do: 'set', path: 'todo.done', value: true } },
  if: { do: 'if', test: '${number > 2}', then: say('More than two'), else: say('Two at most') },
  let: [{ do: 'let', name: 'first', value: '${todos[0].title}' }, say('The first is ${first}')],
  run: { do: 'run', action: 'greet', with: { name: 'Ada' } },
  stop: [say('Stopped here'), { do: 'stop' }, say('Never said')],
  wait: [say('Waiting'), { do: 'wait', ms: 200 }, say('Waited')],
  back: { do: 'back' },
  close: { do: 'close', id: 'help' },
  confirm: [{ do: 'confirm', text: 'Go on?', out: 'sure' }, say("${sure ? 'Yes' : 'No'}")],
  focus: { do: 'focus', id: 'field' },
  go: { do: 'go', page: 'second' },
  open: { do: 'open', id: 'help' },
  scrollTo: { do: 'scrollTo', id: 'end' },
  toast: { do: 'toast', text: 'Saved' },
  'window.badge': { do: 'window.badge', text: '${number}' },
  'window.close': { do: 'window.close' },
  'window.title': { do: 'window.title', text: 'Another title' },
  refresh: { do: 'refresh', data: 'dice' },
}

/** The names of the tools of a group that can be tried in it. */
export function demonstrated(group: string): readonly string[] {
  return toolsOf(group).flatMap(({ spec }) => (spec.engine ? [spec.name] : []))
}

export function engineDemo(group: string): JsonObject {
  const item = { id: 'text', title: 'text', done: 'bool' }
  const back = { type: 'Button', label: 'Run back', onPress: steps.back ?? null }
  return {
    blueprint: 1,
    app: { name: `Try ${group}` },
    state: {
      todos: {
        type: [item],
        init: [
          { id: '1', title: 'Milk', done: false },
          { id: '2', title: 'Eggs', done: true },
        ],
        history: true,
      },
      later: { type: [item], init: [], history: true },
      number: { type: 'number', init: 1, history: true },
      said: '',
    },
    data: { dice: { do: 'math.random.whole', min: 1, max: 6 } },
    pages: {
      first: {
        title: 'First page',
        view: {
          type: 'Stack',
          children: [
            { type: 'Row', wrap: true, children: demonstrated(group).map(name => ({ type: 'Button', label: `Run ${name}`, onPress: steps[name] ?? null })) },
            { type: 'TextField', id: 'field', label: 'Said', bind: 'said' },
            { type: 'Code', id: 'end', text: 'todos  ${json(todos)}\nlater  ${json(later)}\nnumber ${number}\ndice   ${dice.value}' },
            {
              type: 'Dialog',
              id: 'help',
              title: 'Help',
              open: false,
              onClose: steps.close ?? null,
              children: [{ type: 'Button', label: 'Run close', onPress: steps.close ?? null }],
            },
          ],
        },
      },
      second: { title: 'Second page', view: { type: 'Stack', children: [back] } },
    },
    actions: { greet: { params: { name: 'text' }, steps: [say('Hello ${name}')] } },
  }
}

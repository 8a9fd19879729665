import type { IssueCode } from './entry.ts'

const why = 'It is a common slip with one possible meaning. What was made on this desktop is put right; what comes by a link is checked as it is.'

export const noteCodes: Readonly<Record<string, IssueCode>> = {
  renamed: {
    title: 'A name from elsewhere was read as ours',
    why,
    mend: 'Write the name that is used here; "cyanotype check --fix" does it.',
    as: 'node',
    wrong: '{ "type": "Button", "label": "Go", "onClick": { "do": "inc", "path": "count" } }',
    right: '{ "type": "Button", "label": "Go", "onPress": { "do": "inc", "path": "count" } }',
  },
  'version-added': {
    title: 'The version of the language was missing',
    why,
    mend: 'Begin the document with "blueprint": 1.',
    as: 'document',
    wrong: '{ "app": { "name": "Todos" }, "view": "Hello" }',
    right: '{ "blueprint": 1, "app": { "name": "Todos" }, "view": "Hello" }',
  },
  'bare-formula': {
    title: 'A formula was written without ${ }',
    why,
    mend: 'Write ${ } round it.',
    as: 'node',
    wrong: '{ "type": "Text", "text": "Hello", "show": "count > 0" }',
    right: '{ "type": "Text", "text": "Hello", "show": "${count > 0}" }',
  },
  'bare-lambda': {
    title: 'A formula of one element was written inside ${ }',
    why,
    mend: 'Write it without.',
    as: 'step',
    wrong: '{ "do": "remove", "from": "todos", "where": "${t => t.done}" }',
    right: '{ "do": "remove", "from": "todos", "where": "t => t.done" }',
  },
  'bare-path': {
    title: 'A path was written inside ${ }',
    why,
    mend: 'Write the place by its name: "draft".',
    as: 'node',
    wrong: '{ "type": "TextField", "label": "New todo", "bind": "${draft}" }',
    right: '{ "type": "TextField", "label": "New todo", "bind": "draft" }',
  },
  'quoted-value': {
    title: 'true or false was written in quotes',
    why,
    mend: 'Write it without quotes.',
    as: 'node',
    wrong: '{ "type": "Button", "label": "Go", "disabled": "true" }',
    right: '{ "type": "Button", "label": "Go", "disabled": true }',
  },
  'raw-line-break': {
    title: 'A line break stands in a text of a formula as it is',
    why: 'A quoted text of a formula goes on one line. There is one way to write a line break in it, so that the same app has the same hash.',
    mend: 'Write \\\\n, in JSON with two backslashes.',
    as: 'node',
    wrong: '{ "type": "Text", "text": "${todos.map(t => t.title).join(\'\\n\')}" }',
    right: '{ "type": "Text", "text": "${todos.map(t => t.title).join(\'\\\\n\')}" }',
  },
  'one-child': {
    title: 'One child was written where a list is meant',
    why,
    mend: 'Put it into a list.',
    as: 'node',
    wrong: '{ "type": "Stack", "children": { "type": "Text", "text": "Hello" } }',
    right: '{ "type": "Stack", "children": [{ "type": "Text", "text": "Hello" }] }',
  },
  'short-entry': {
    title: 'An entry of the state does not say its type',
    why: 'A text, a number, true and false say their own type. A list or a record does not: an empty list could hold anything.',
    mend: 'Write { "type": …, "init": … }.',
    as: 'sections',
    wrong: '{ "state": { "todos": [] } }',
    right: '{ "state": { "todos": { "type": [{ "title": "text" }], "init": [] } } }',
  },
}

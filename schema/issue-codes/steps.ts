import type { IssueCode } from './entry.ts'

export const stepCodes: Readonly<Record<string, IssueCode>> = {
  'not-a-step': {
    title: 'A step is expected',
    why: 'What an event does is a step, a list of steps, or the name of an action.',
    mend: 'Write { "do": tool, … }.',
    as: 'step',
    wrong: '[1]',
    right: '[{ "do": "inc", "path": "count" }]',
  },
  'missing-do': {
    title: 'A step does not say what it does',
    why: '"do" names the tool.',
    mend: 'Add "do".',
    as: 'step',
    wrong: '{ "path": "count", "value": 1 }',
    right: '{ "do": "set", "path": "count", "value": 1 }',
  },
  'unknown-tool': {
    title: 'There is no such tool',
    why: 'Everything that an app does is a call of a tool from a fixed list.',
    mend: 'Use the one that is suggested. An action is run with { "do": "run", "action": … }, or by its name alone.',
    as: 'step',
    wrong: '{ "do": "tost", "text": "Saved" }',
    right: '{ "do": "toast", "text": "Saved" }',
  },
  'unknown-argument': {
    title: 'The tool takes no such argument',
    why: 'Each tool, action and page has a fixed list of arguments; others would have no effect.',
    mend: 'Use the one that is suggested.',
    as: 'step',
    wrong: '{ "do": "toast", "txt": "Saved", "text": "Saved" }',
    right: '{ "do": "toast", "text": "Saved" }',
  },
  'missing-argument': {
    title: 'A tool needs an argument that is not given',
    why: 'Without it the tool does not know what to do. A missing parameter of an action or page is only a note: it will be null.',
    mend: 'Add the argument that the message names.',
    as: 'step',
    wrong: '{ "do": "set", "path": "count" }',
    right: '{ "do": "set", "path": "count", "value": 1 }',
  },
  'no-result': {
    title: 'This tool gives nothing that could be kept',
    why: '"out" names what a tool gives, for the steps after it.',
    mend: 'Remove "out".',
    as: 'step',
    wrong: '{ "do": "toast", "text": "Saved", "out": "answer" }',
    right: '{ "do": "toast", "text": "Saved" }',
  },
  'needs-gesture': {
    title: 'This tool runs only when a person presses something',
    why: 'Browsers allow opening files or reading the clipboard only right after a press.',
    mend: 'Move the step to an event of a button.',
    as: 'sections',
    wrong:
      '{ "capabilities": [{ "use": "clipboard.read", "why": "Pastes." }], "timers": { "t": { "every": "1s", "do": { "do": "clipboard.paste", "out": "pasted" } } } }',
    right:
      '{ "capabilities": [{ "use": "clipboard.read", "why": "Pastes." }], "view": { "type": "Button", "label": "Paste", "onPress": { "do": "clipboard.paste", "out": "pasted" } } }',
  },
  'not-reading': {
    title: 'This tool cannot stand in "data"',
    why: 'Entries of "data" run again by themselves, so only tools that change nothing may stand there.',
    mend: 'Call it in a step.',
    as: 'sections',
    wrong: '{ "data": { "hello": { "do": "toast", "text": "Hello" } } }',
    right: '{ "view": { "type": "Button", "label": "Hello", "onPress": { "do": "toast", "text": "Hello" } } }',
  },
}

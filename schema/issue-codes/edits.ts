import type { IssueCode } from './entry.ts'

const as = 'words'

export const editCodes: Readonly<Record<string, IssueCode>> = {
  'not-an-edit': {
    title: 'This is no edit',
    why: 'An edit is a small document of its own: its version, the hash of the app that it changes, and the operations.',
    mend: 'Write { "edit": 1, "base": "…", "ops": [...] }.',
    as,
    wrong: '{ "ops": [] }',
    right: '{ "edit": 1, "base": "2e5ece59…", "ops": [] }',
  },
  'edit-base': {
    title: 'The edit was made for another version of the app',
    why: 'Its operations name components and paths as they were then. Applied to another version they could change something else, and nobody would notice.',
    mend: 'Make the edit anew against the app as it is, or go back to the version that it names.',
    as,
    wrong: '"base" is the hash that the app had before its last change',
    right: '"base" is the hash that "cyanotype hash" gives now',
  },
  'unknown-op': {
    title: 'An operation does not say what it does',
    why: 'Each operation puts a value, drops one, or changes one component.',
    mend: 'Write "put" and "value", "drop", or "node" with "set", "unset", "replace", "remove", "before", "after" or "into".',
    as,
    wrong: '{ "delete": "state.old" }',
    right: '{ "drop": "state.old" }',
  },
  'edit-path': {
    title: 'A path leads nowhere',
    why: 'All that stands before the last name of a path has to be there, so that a misspelt one does not quietly make something new.',
    mend: 'Use the name that is suggested, or put what holds it first. A name with points in it needs the path as a list.',
    as,
    wrong: '{ "put": "stat.due", "value": "" }',
    right: '{ "put": "state.due", "value": "" }',
  },
  'edit-node-none': {
    title: 'No component is meant by this',
    why: 'An operation on a component names exactly one: by its id, its short id, "root", or properties as they are written in it.',
    mend: 'Copy the properties from the app as it is, or use the short id of one that the message lists.',
    as,
    wrong: '{ "node": { "type": "Button", "label": "Ad" }, "remove": true }',
    right: '{ "node": { "type": "Button", "label": "Add" }, "remove": true }',
  },
  'edit-node-many': {
    title: 'Several components are meant by this',
    why: 'Which of them would be a guess, and a wrong guess a different app.',
    mend: 'Add properties that only the one has, say "in" what it stands or what it "has" inside, or use its short id.',
    as,
    wrong: '{ "node": { "type": "Button" }, "remove": true }',
    right: '{ "node": { "type": "Button", "in": { "type": "Card", "title": "All" } }, "remove": true }',
  },
  'edit-removed': {
    title: 'An earlier operation has taken this component away',
    why: 'Operations run in order, each against the app as changed so far.',
    mend: 'Put this operation before the other one, or name the component as it is after it.',
    as,
    wrong: '{ "node": "n4", "remove": true }, { "node": "n4", "set": { "label": "New" } }',
    right: '{ "node": "n4", "set": { "label": "New" } }',
  },
  'edit-place': {
    title: 'That cannot be done there',
    why: 'The root of a view cannot go, only an element of a list has a before and an after, and only a property that is there can be unset.',
    mend: 'Replace the component, or name the one that stands in a list.',
    as,
    wrong: '{ "node": "root", "remove": true }',
    right: '{ "node": "root", "replace": { "type": "Text", "text": "Empty" } }',
  },
}

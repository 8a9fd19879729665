import type { IssueCode } from './entry.ts'

export const effectCodes: Readonly<Record<string, IssueCode>> = {
  'unknown-key': {
    title: 'A shortcut names no key',
    why: 'Keys have the names of KeyboardEvent.key. mod is Ctrl, on a Mac ⌘.',
    mend: 'Use the name that is suggested.',
    as: 'sections',
    wrong: '{ "keys": { "mod+Entr": { "do": "toast", "text": "Hello" } } }',
    right: '{ "keys": { "mod+Enter": { "do": "toast", "text": "Hello" } } }',
  },
  'bad-effect': {
    title: 'An effect does not say when it runs, or says it twice',
    why: 'It has one of "when" (turns true), "watch" (changes) and "on" (happens).',
    mend: 'Keep one of them.',
    as: 'sections',
    wrong: '{ "effects": { "greet": { "do": { "do": "toast", "text": "Hello" } } } }',
    right: '{ "effects": { "greet": { "on": "launch", "do": { "do": "toast", "text": "Hello" } } } }',
  },
  'bad-test': {
    title: 'A step of a test is not clear',
    why: 'Each step does or expects one thing: press, fill into, choose in, check, uncheck, key, wait, sees, notSees, expect, move to, reload, intent with data.',
    mend: 'Split it into several steps, or add what it lacks.',
    as: 'sections',
    wrong: '{ "tests": [{ "name": "Greets", "steps": [{ "fill": "Ann" }] }] }',
    right: '{ "tests": [{ "name": "Greets", "steps": [{ "sees": "Hello" }] }] }',
  },
  'missing-capability': {
    title: 'The app does something that it does not ask for',
    why: 'Who installs an app sees what it may do before it runs. What is not asked for cannot be done.',
    mend: 'Add the entry that the message shows to "capabilities", with the reason in "why".',
    as: 'sections',
    wrong: '{ "state": { "n": { "type": "number", "init": 0, "persist": true } } }',
    right: '{ "capabilities": [{ "use": "storage", "why": "Keeps the number." }], "state": { "n": { "type": "number", "init": 0, "persist": true } } }',
  },
  'unknown-capability': {
    title: 'There is no such capability',
    why: 'Capabilities are from a fixed list; the reference has them beside the tools that need them.',
    mend: 'Use the one that is suggested.',
    as: 'sections',
    wrong: '{ "capabilities": [{ "use": "storrage", "why": "Keeps things." }] }',
    right: '{ "capabilities": [{ "use": "storage", "why": "Keeps the number." }], "state": { "n": { "type": "number", "init": 0, "persist": true } } }',
  },
  'bad-capability': {
    title: 'A network capability names no single origin',
    why: 'The person who allows it has to see which server the app talks to.',
    mend: 'Write net: and the origin: "net:https://api.example.com".',
    as: 'sections',
    wrong: '{ "capabilities": [{ "use": "net", "why": "Reads rates." }] }',
    right:
      '{ "capabilities": [{ "use": "net:https://api.example.com", "why": "Reads rates." }], "data": { "rates": { "do": "http.get", "url": "https://api.example.com/rates" } } }',
  },
  'unused-capability': {
    title: 'The app asks for something that it never uses (a note)',
    why: 'Nobody should have to allow what is not needed; it is left out.',
    mend: 'Remove the entry.',
    as: 'sections',
    wrong: '{ "capabilities": [{ "use": "notify", "why": "Rings." }] }',
    right: '{ "capabilities": [] }',
  },
  'repeated-capability': {
    title: 'A capability is asked for twice (a note)',
    why: 'One entry is enough.',
    mend: 'Remove one of them.',
    as: 'sections',
    wrong:
      '{ "capabilities": [{ "use": "storage", "why": "a" }, { "use": "storage", "why": "b" }], "state": { "n": { "type": "number", "init": 0, "persist": true } } }',
    right: '{ "capabilities": [{ "use": "storage", "why": "a" }], "state": { "n": { "type": "number", "init": 0, "persist": true } } }',
  },
  'unreadable-origin': {
    title: 'It cannot be told which server an address goes to',
    why: 'The permission names a server, so the server must be readable from the blueprint: fixed text up to and including the slash after the host.',
    mend: 'Begin the address with it, and compute only what comes after. For a server that the person chooses, begin it with a name (?server/…) and ask for "net:?server".',
    as: 'sections',
    wrong: '{ "state": { "host": "" }, "data": { "rates": { "do": "http.get", "url": "https://${host}/rates" } } }',
    right:
      '{ "capabilities": [{ "use": "net:https://api.example.com", "why": "Reads rates." }], "state": { "city": "" }, "data": { "rates": { "do": "http.get", "url": "https://api.example.com/${city}" } } }',
  },
}

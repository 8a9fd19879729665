import { expect, it } from 'vitest'
import { callWords } from './call-words.ts'

const words = (tool: string, args: Parameters<typeof callWords>[0]['args']) => callWords({ tool, args }, id => (id === 'one' ? 'Tasks' : null))

it('[S18][S24] a sensitive call is put before the person with what exactly it would do', () => {
  expect(words('app.close', { app: 'Tasks' })).toBe('Close “Tasks”. What was entered in it is kept.')
  expect(words('system.kill', { id: 'one' })).toBe('Stop “Tasks”. What was entered in it is kept.')
  expect(words('system.kill', { id: 'gone' })).toContain('“gone”')
  expect(words('system.look', { mode: 'dark' })).toBe('Make the desktop dark.')
  expect(words('app.install', { app: 'todos' })).toContain('“todos”')
  expect(words('app.install', { document: { app: { name: 'Made' } } })).toContain('“Made”')
  for (const document of [{}, { app: null }, { app: { name: 7 } }] as const) expect(words('app.install', { document })).toContain('“New app”')
  expect(words('clipboard.paste', {})).toBe(null)
})

it('[S15] a name in it is cleaned as everywhere, and marked where it looks like the desktop’s own', () => {
  expect(words('app.close', { app: 'Ta\u202esks' })).toContain('“Tasks”')
  expect(words('app.install', { document: { app: { name: 'Settings' } } })).toContain('An app that calls itself')
})

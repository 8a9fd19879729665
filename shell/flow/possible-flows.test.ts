import { expect, it } from 'vitest'
import { couldSendOn } from './possible-flows.ts'

it('[S28] an app could send on what it has where it reaches a place to read from and another to send to', () => {
  expect(couldSendOn(['storage', 'net:https://a.example'])).toBe(false)
  expect(couldSendOn(['files', 'clipboard.write', 'notify'])).toBe(false)
  expect(couldSendOn(['net:https://a.example', 'net:https://b.example'])).toBe(true)
  expect(couldSendOn(['files', 'llm'])).toBe(true)
  expect(couldSendOn(['clipboard.read', 'intent:add-task'])).toBe(true)
})

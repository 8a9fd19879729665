import { expect, it } from 'vitest'
import { checkBlueprint } from '../../schema/index.ts'
import { composeApp } from './compose.ts'
import { knownSubjects } from './subjects.ts'

it.each(knownSubjects)('the app for %s passes the check without an issue', subject => {
  const document = composeApp({ container: 'tracker', subject, one: subject, many: subject, title: subject, fields: [] })
  expect(checkBlueprint(document)).toEqual([])
})

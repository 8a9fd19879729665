import { expect, it } from 'vitest'
import { auditToCsv, auditToJson } from './audit-export.ts'
import { everything, fits, outcomeOf } from './audit-filter.ts'
import type { AuditRecord } from './audit-record.ts'
import { howWords, whatWords } from './audit-words.ts'

const record = (more: Partial<AuditRecord> = {}): AuditRecord => ({
  at: 1000,
  until: 2000,
  count: 1,
  app: 'a',
  name: 'Rates',
  kind: 'call',
  what: 'http.get',
  capability: 'net:https://a.example',
  code: null,
  detail: null,
  ...more,
})

it('takes what was not allowed for a refusal, and a mishap for a failure', () => {
  expect(outcomeOf(record())).toBe('done')
  expect(outcomeOf(record({ code: 'denied' }))).toBe('refused')
  expect(outcomeOf(record({ code: 'host-not-found' }))).toBe('failed')
  expect(outcomeOf(record({ kind: 'refuse' }))).toBe('refused')
  expect(outcomeOf(record({ kind: 'grant' }))).toBe('done')
})

it('finds by app, kind, outcome and age, all at once', () => {
  const now = 10_000
  expect(fits(record(), everything, now)).toBe(true)
  expect(fits(record(), { ...everything, app: 'b' }, now)).toBe(false)
  expect(fits(record(), { ...everything, kind: 'grant' }, now)).toBe(false)
  expect(fits(record({ code: 'denied' }), { ...everything, outcome: 'refused', app: 'a' }, now)).toBe(true)
  // What went on until then counts.
  expect([fits(record(), { ...everything, within: 8000 }, now), fits(record(), { ...everything, within: 7999 }, now)]).toEqual([true, false])
})

it('says what happened in words', () => {
  expect(whatWords(record({ kind: 'grant', detail: 'closed' }))).toBe('Allowed: Exchange data with https://a.example (until its window is closed)')
  expect(whatWords(record({ kind: 'level', capability: null, detail: 'readonly' }))).toBe('Trust: Read only')
  expect([howWords(record({ code: 'denied' })), howWords(record({ kind: 'grant' }))]).toEqual(['Refused: denied', ''])
})

it('[S52] is a table in which nothing is a formula, whatever an app is called', () => {
  const csv = auditToCsv([record({ name: '=HYPERLINK("https://evil.example")' }), record({ name: '@SUM(1)', what: '-1+cmd' })])
  for (const cell of ['"\'=HYPERLINK', "'@SUM(1)", "'-1+cmd"]) expect(csv).toContain(cell)
  expect(csv.split('\n')[0]).toBe('at,until,count,app,name,kind,what,capability,code,detail')
})

it('says in the file what is wrong with the chain', () => {
  const text = auditToJson([record()], { records: [record()], breaks: [{ seq: 3, why: 'it is missing' }], since: 1000 }, new Date(0))
  expect(JSON.parse(text)).toMatchObject({
    cyanotype: 'audit',
    version: 1,
    breaks: [{ seq: 3 }],
    records: [{ at: '1970-01-01T00:00:01.000Z', what: 'http.get' }],
  })
})

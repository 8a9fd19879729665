import { expect, it } from 'vitest'
import { canReadMarkdown } from './can-read.ts'

it('[S38] refuses what would take a reader minutes, and nothing that people write', () => {
  for (const text of [
    '1. '.repeat(1000),
    '> '.repeat(1000),
    '>'.repeat(1000),
    '- '.repeat(100),
    ` * 1) > ${'+ '.repeat(30)}`,
    `fine\n\n${'> '.repeat(50)}x`,
    'x'.repeat(60_000),
  ])
    expect(canReadMarkdown(text)).toBe(false)
  for (const text of [
    '',
    '> > > deep',
    '- - a',
    '1. one\n2. two',
    `${'- item\n'.repeat(5000)}`,
    '---',
    '***',
    '* * * * *',
    '| a | b |\n|---|---|',
    '-'.repeat(200),
  ])
    expect(canReadMarkdown(text)).toBe(true)
})

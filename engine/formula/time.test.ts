import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { run, START, testEnv } from './test-env.ts'

const madrid = { language: 'es-ES', timeZone: 'Europe/Madrid', currency: 'EUR' }
const newYork = { language: 'en-US', timeZone: 'America/New_York', currency: 'USD' }

function table(rows: readonly (readonly [string, Json])[], locale = testEnv().locale) {
  for (const [text, value] of rows) {
    const env = testEnv({ at: START, none: null }, { locale })
    expect(run(text, env), text).toEqual(value)
  }
}

describe('[B31] dates', () => {
  it('move by days and months', () => {
    table([
      ["addDays('2026-02-28', 1)", '2026-03-01'],
      ["addDays('2024-02-28', 1)", '2024-02-29'],
      ["addMonths('2024-02-29', 12)", '2025-02-28'],
      ["addMonths('2026-01-31', -2)", '2025-11-30'],
      ["diffDays('2026-03-01', '2026-02-01')", -28],
      ["diffDays(at, '2026-01-06')", 1],
      ["addDays('x', 1)", null],
      ['addDays(none, 1)', null],
      ["addDays('2026-01-01', 1e300)", null],
      ["addDays('9999-12-31', 1)", null],
      ["year('0099-05-01')", 99],
    ])
  })

  it('have parts', () => {
    table([
      ["weekday('2026-01-04')", 7],
      ["weekday('1969-12-31')", 3],
      ["month('2026-02-30')", null],
      ["hour('2026-01-05T14:30:00Z')", 14],
      ["hour('2026-01-05T14:30:00+02:00')", 12],
      ["second('10:11:12')", 12],
      ["hour('25:00')", null],
    ])
  })

  it('start and end units; weeks as the locale says', () => {
    table([
      ["startOf('2026-01-07', 'week')", '2026-01-04'],
      ["endOf('2026-01-07', 'week')", '2026-01-10'],
      ["startOf('2026-05-20', 'quarter')", '2026-04-01'],
      ["endOf('2026-05-20', 'year')", '2026-12-31'],
      ["startOf('2026-05-20', 'day')", '2026-05-20'],
      ["startOf(at + 90000, 'hour') - at", 0],
      ["endOf(at, 'day') - startOf(at, 'day')", 86_399_999],
    ])
    table([["startOf('2026-01-07', 'week')", '2026-01-05']], madrid)
    const env = testEnv({})
    expect(run("startOf('2026-01-07', 'fortnight')", env)).toBeNull()
    expect(env.faults).toMatchObject([{ code: 'wrong-value' }])
  })

  it('are read as people write them', () => {
    table([
      ["parseDate('2026-01-05')", '2026-01-05'],
      ["parseDate('1/5/2026')", '2026-01-05'],
      ["parseDate('5.1.2026')", '2026-01-05'],
      ["parseDate('2026/1/5')", '2026-01-05'],
      ["parseDate('13/1/2026')", null],
      ["parseDate('2026-01-05T23:30:00Z')", '2026-01-05'],
      ["parseDate('soon')", null],
    ])
    table(
      [
        ["parseDate('1/5/2026')", '2026-05-01'],
        ["parseDate('2026-01-05T23:30:00Z')", '2026-01-06'],
      ],
      madrid,
    )
  })
})

describe('[B31] time zones', () => {
  it('today is the date here', () => {
    expect(run('today()', testEnv({}, { now: () => Date.UTC(2026, 0, 5, 3), locale: newYork }))).toBe('2026-01-04')
    expect(run('today()', testEnv({}, { now: () => Date.UTC(2026, 0, 5, 23, 30), locale: madrid }))).toBe('2026-01-06')
  })

  it('timeIn and atTime go over and back', () => {
    table([
      ["timeIn('Asia/Kolkata', at).offset", 330],
      ["timeIn('America/New_York', at)", { year: 2026, month: 1, day: 5, hour: 4, minute: 0, second: 0, weekday: 1, date: '2026-01-05', offset: -300 }],
      ["atTime('2026-01-05', '10:00', 'Europe/Madrid') == at", true],
      ["atTime('2026-01-05', '26:00')", null],
      ["format(timeIn('Asia/Tokyo', at), 'HH:mm')", '18:00'],
      ["timeIn('Asia/Tokyo').with(t => t.hour * 60 + t.minute)", 1080],
    ])
    const env = testEnv({})
    expect(run("timeIn('Mars/Base')", env)).toBeNull()
    expect(env.faults).toMatchObject([{ code: 'wrong-value' }])
  })

  it('a day is not always 24 hours', () => {
    table(
      [
        // Spain sets its clocks forward on 29 March 2026 at 02:00, and back on 25 October at 03:00.
        ["(atTime('2026-03-30', '00:00') - atTime('2026-03-29', '00:00')) / 3600000", 23],
        ["format(atTime('2026-03-29', '02:30'), 'HH:mm')", '03:30'],
        ["(atTime('2026-10-26', '00:00') - atTime('2026-10-25', '00:00')) / 3600000", 25],
        ["format(addDays(atTime('2026-03-28', '12:00'), 1), 'd MMM HH:mm', )", '29 mar 12:00'],
        ["endOf(atTime('2026-03-29', '12:00'), 'day') - startOf(atTime('2026-03-29', '12:00'), 'day')", 23 * 3_600_000 - 1],
      ],
      madrid,
    )
  })

  it('[B30] each reads the clock at its grain', () => {
    const grains = (text: string) => {
      const env = testEnv({})
      run(text, env)
      return env.grains
    }
    expect(grains('today()')).toEqual(['day'])
    expect(grains('now()')).toEqual(['second'])
    expect(grains("format(now(), 'ss.S')")).toEqual(['frame'])
    expect(grains("timeIn('UTC', 0)")).toEqual([])
    expect(grains("format('2026-01-06', 'relative')")).toEqual(['day'])
  })
})

describe('[B31] format', () => {
  it('dates by pattern', () => {
    table([
      ["format('2026-01-05', 'd MMM yyyy')", '5 Jan 2026'],
      ["format('2026-01-05', 'EEEE, MMMM d')", 'Monday, January 5'],
      ["format(at, 'HH:mm:ss')", '09:00:00'],
      ["format(at + 45296789, 'h:mm a')", '9:34 PM'],
      ["format(at + 678, 's.SS')", '0.67'],
      ["format('2026-01-05', \"d 'de' MMMM ''yy\")", "5 de January '26"],
      ["format('2026-01-05', 'YYYY-MM-DD')", '2026-01-05'],
      ["format('14:05', 'h:mm a')", '2:05 PM'],
      ["format('2026-01-05', 'w')", '2'],
      ["format('soon', 'd MMM')", 'soon'],
      ['format(none)', ''],
    ])
    table(
      [
        ["format('2026-01-05', 'd MMMM yyyy')", '5 enero 2026'],
        ["format(at, 'HH:mm')", '10:00'],
      ],
      madrid,
    )
  })

  it('numbers by pattern', () => {
    table([
      ["format(1234.5, '#,##0.00')", '1,234.50'],
      ["format(1234.5, '0')", '1235'],
      ["format(0.256, '0.0%')", '25.6%'],
      ["format(5, '00')", '05'],
      ["format(-5, '$0.00')", '-$5.00'],
      ["format(5, '0 kg')", '5 kg'],
      ['format(1234567)', '1,234,567'],
      ["format(2.5, '0.##')", '2.5'],
      ["format('7', '0.0')", '7.0'],
    ])
    table(
      [
        ["format(1234.5, '#,##0.00')", '1.234,50'],
        ["format(12345.5, '#,##0.00')", '12.345,50'],
      ],
      madrid,
    )
  })

  it('styles', () => {
    table([
      ["format('2026-01-05', 'short')", '1/5/26'],
      ["format('2026-01-05', 'long')", 'January 5, 2026'],
      ["format('2026-01-05')", 'Jan 5, 2026'],
      ["format('2026-01-05', 'date')", 'Jan 5, 2026'],
      ["format('2026-01-05', 'relative')", 'today'],
      ["format('2026-01-06', 'relative')", 'tomorrow'],
      ["format('2025-12-31', 'relative')", '5 days ago'],
      ["format('2026-01-26', 'relative')", 'in 3 weeks'],
      ["format('2026-03-05', 'relative')", 'in 2 months'],
      ["format('2025-01-05', 'relative')", 'last year'],
      ["format(at - 5000, 'relative')", '5 seconds ago'],
      ["format(at + 7200000, 'relative')", 'in 2 hours'],
    ])
  })

  it('money, percent and plural', () => {
    table([
      ["money(-3, 'EUR')", '-€3.00'],
      ['money(none)', '$0.00'],
      ["money(5, 'apples')", '5.00 apples'],
      ["money('x')", ''],
      ['percent(0.256, 1)', '25.6%'],
      ["plural(1, 'item', 'items')", 'item'],
      ["plural(0, 'item', 'items')", 'items'],
    ])
    expect(run('money(1234.5)', testEnv({}, { locale: { language: 'xx-not-a-language-tag', timeZone: 'UTC', currency: 'USD' } }))).toBe('$1,234.50')
  })
})

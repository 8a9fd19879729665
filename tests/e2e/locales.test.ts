/** Numbers, dates, the week and the words of components, in languages that write them otherwise. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenStage, openStage } from '../behaviour/open-stage.ts'
import { theBrowser } from './desktop.ts'

let stage: OpenStage
beforeAll(async () => {
  stage = await openStage(await theBrowser())
})
afterAll(() => stage?.close())

const sample = {
  state: {
    day: '2026-11-20',
    amount: 1234.5,
    people: { type: [{ id: 'text', amount: 'number', on: 'text', done: 'bool' }], init: [{ id: 'a', amount: 1234.5, on: '2026-11-20', done: true }] },
  },
  view: {
    type: 'Stack',
    children: [
      {
        type: 'Table',
        rows: '${people}',
        search: true,
        columns: [
          { field: 'amount', format: 'number', label: 'A' },
          { field: 'on', format: 'date', label: 'B' },
          { field: 'done', format: 'bool', label: 'C' },
        ],
      },
      { type: 'Stat', label: 'Sum', value: '${amount}', format: 'money', currency: 'EUR' },
      { type: 'DateField', label: 'Day', bind: 'day' },
      { type: 'NumberField', label: 'Amount', bind: 'amount' },
      { type: 'Calendar', events: [], readOnly: true },
      { type: 'Board', items: 'people', groupBy: 'id', columns: [{ value: 'z', label: 'Z' }], children: ['x'] },
    ],
  },
}

const WANTED = [
  {
    language: 'en-US',
    direction: 'ltr',
    number: '1,234.5',
    date: 'Nov 20, 2026',
    yes: 'Yes',
    money: '€1,234.50',
    field: '11/20/2026',
    typed: '1,234.5',
    first: 'Sun',
    search: 'Search',
    none: 'No cards',
  },
  {
    language: 'de-DE',
    direction: 'ltr',
    number: '1.234,5',
    date: '20.11.2026',
    yes: 'Ja',
    money: '1.234,50 €',
    field: '20.11.2026',
    typed: '1.234,5',
    first: 'Mo',
    search: 'Suchen',
    none: 'Keine Karten',
  },
  {
    language: 'fr-FR',
    direction: 'ltr',
    number: '1 234,5',
    date: '20 nov. 2026',
    yes: 'Oui',
    money: '1 234,50 €',
    field: '20/11/2026',
    typed: '1 234,5',
    first: 'lun.',
    search: 'Rechercher',
    none: 'Aucune carte',
  },
  {
    language: 'ja-JP',
    direction: 'ltr',
    number: '1,234.5',
    date: '2026/11/20',
    yes: 'はい',
    money: '€1,234.50',
    field: '2026/11/20',
    typed: '1,234.5',
    first: '日',
    search: '検索',
    none: 'カードはありません',
  },
  {
    language: 'ar-EG',
    direction: 'rtl',
    number: '١٬٢٣٤٫٥',
    date: '٢٠‏/١١‏/٢٠٢٦',
    yes: 'نعم',
    money: /١٬٢٣٤٫٥٠.*€/,
    field: '٢٠/١١/٢٠٢٦',
    typed: /1[,٬]?234[.٫]5|١٬٢٣٤٫٥/,
    first: 'السبت',
    search: 'بحث',
    none: 'لا بطاقات',
  },
]

it.each(WANTED)('$language', async ({ language, ...wanted }) => {
  const { page, traps } = await stage.page({ viewport: { width: 900, height: 900 } })
  const found = await page.evaluate(
    async given => {
      await window.stage.show(given.document, { language: given.language })
      const text = (selector: string) => (document.querySelector(selector)?.textContent ?? '').replaceAll(/[\u202f\u00a0]/g, ' ').trim()
      return {
        direction: document.querySelector('.cy-app')?.getAttribute('dir'),
        number: text('.cy-table-row > [data-label=A]'),
        date: text('.cy-table-row > [data-label=B]'),
        yes: text('.cy-table-row > [data-label=C]'),
        money: text('.cy-stat-value'),
        field: text('.cy-date-field .cy-date-input').replaceAll(/[\u200e\u200f\u2066-\u2069\u061c ]/g, ''),
        typed: (document.querySelector<HTMLInputElement>('.cy-number-input')?.value ?? '').replaceAll(/[\u202f\u00a0]/g, ' '),
        first: text('.cy-calendar-weekday'),
        search: document.querySelector('.cy-table-search input')?.getAttribute('placeholder'),
        none: text('.cy-board-empty'),
      }
    },
    { document: sample, language },
  )
  for (const [what, value] of Object.entries(wanted)) {
    const seen = found[what as keyof typeof found]
    if (value instanceof RegExp) expect(seen, what).toMatch(value)
    else expect(seen, what).toBe(value)
  }
  expect(traps.take()).toEqual([])
})

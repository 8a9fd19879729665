import { type LibraryFunction, library } from '../../formula/library.ts'
import { libraryDocs } from '../../formula/library-docs.ts'
import { code, marked, table } from './markdown.ts'

const costs = { constant: '', linear: 'n', sort: 'n log n' } as const
const titles: Readonly<Record<LibraryFunction['family'], string>> = {
  lists: 'Lists',
  records: 'Records',
  numbers: 'Numbers',
  text: 'Text',
  time: 'Dates and times',
  format: 'Writing values for people',
  other: 'Others',
}

export function functionsPage(): string {
  const families = new Map<LibraryFunction['family'], LibraryFunction[]>()
  for (const entry of library.values()) families.set(entry.family, [...(families.get(entry.family) ?? []), entry])
  return [
    '# Functions\n',
    marked,
    `The ${library.size} functions that formulas can call. \`x.f(a)\` is the same as \`f(x, a)\`. In a signature, \`?\` after a name means that it may be left out, after a type that it may be null; \`[T]\` is a list of T. Where a function of an element is taken, a field's name will do: \`sum(rows, 'amount')\`.\n`,
    'Cost is how the work grows with the length n of the list or text; where nothing stands, it does not. The examples are evaluated by a test, on Monday, 5 January 2026, 09:00 UTC, in American English.\n',
    ...[...families].flatMap(([family, members]) => [`## ${titles[family]}\n`, `${familyTable(members)}\n`]),
  ].join('\n')
}

function familyTable(members: readonly LibraryFunction[]): string {
  return table(
    ['function', '', 'example', 'cost'],
    members.map(entry => {
      const doc = libraryDocs.get(entry.name)
      const also = entry.aliases.length === 0 ? '' : ` Also ${entry.aliases.map(code).join(', ')}.`
      const only = entry.stepsOnly && !doc?.about.includes('In steps only.') ? ' In steps only.' : ''
      return [
        entry.signatures.map(signature => code(signature.text)).join('<br>'),
        `${doc?.about ?? ''}${also}${only}`,
        doc === undefined ? '' : `${code(doc.example)} → ${code(JSON.stringify(doc.result))}`,
        costs[entry.cost],
      ]
    }),
  )
}

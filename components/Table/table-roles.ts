/**
 * The roles that a table's elements have by themselves, written out: in a narrow place the style sheet changes their
 * `display`, and browsers take the role away with it. To be spread, so that no one takes them for an oversight.
 */
export const roles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  /** A row that only takes up the place of some that are left out. */
  space: { role: 'presentation', 'aria-hidden': true },
  none: { role: 'presentation' },
} as const

/** The roles of a table whose cells are gone through and edited, and what is said of them. To be spread, so that no one takes them for an oversight. */
export const roles = {
  grid: (locked: boolean) => ({ role: 'grid', 'aria-multiselectable': true, ...(locked ? { 'aria-readonly': true } : {}) }) as const,
  cell: (selected: boolean, locked: boolean) => ({ role: 'gridcell', 'aria-selected': selected, ...(locked ? { 'aria-readonly': true } : {}) }) as const,
  /** A row that only takes up the place of some that are left out. */
  space: { role: 'presentation', 'aria-hidden': true },
} as const

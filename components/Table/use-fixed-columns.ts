import { type RefObject, useEffect, useState } from 'react'

/**
 * The columns of a long table keep the widths that its first rows gave them, as shares of the whole in per cent: rows that scroll into
 * view would make it another width at every moment. Null while none were measured, as where records are drawn as blocks. Measured anew
 * when `columns` is another value.
 */
export function useFixedColumns(table: RefObject<HTMLTableElement | null>, long: boolean, columns: unknown): readonly number[] | null {
  const [fixed, setFixed] = useState<{ readonly columns: unknown; readonly shares: readonly number[] } | null>(null)
  const shares = long && fixed !== null && fixed.columns === columns ? fixed.shares : null
  const measured = shares !== null
  useEffect(() => {
    const element = table.current
    if (!element || !long || measured) return
    const measure = (): void => {
      const widths = [...(element.tHead?.rows[0]?.cells ?? [])].map(cell => cell.getBoundingClientRect().width)
      const whole = widths.reduce((sum, width) => sum + width, 0)
      if (whole > 0) setFixed({ columns, shares: widths.map(width => (100 * width) / whole) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [table, long, measured, columns])
  return shares
}

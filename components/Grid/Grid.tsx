import type { CSSProperties, ReactNode } from 'react'
import type { GridProps } from '../../schema/generated/props.ts'
import { readRatio } from '../ratio.ts'
import { groupName, rootProps } from '../root-props.ts'
import '../Stack/Stack.css'
import './Grid.css'

/**
 * Its children in columns of equal width. With a number of columns there are at most that many, and fewer
 * where they would be too narrow for what they hold; with `ratio` the number stands and the cells shrink.
 */
export function Grid(props: GridProps<ReactNode>): ReactNode {
  const { columns, min, gap, children } = props
  const ratio = readRatio(props.ratio)
  const count = typeof columns === 'number' && columns >= 1 ? Math.min(12, Math.floor(columns)) : null
  const style: Record<string, string | number> = {}
  if (count !== null) style['--columns'] = count
  if (ratio !== null) style['--ratio'] = ratio
  return (
    <div
      {...rootProps(props, 'cy-grid', style as CSSProperties)}
      {...groupName(props)}
      data-gap={gap ?? 'm'}
      data-min={min ?? 'm'}
      data-columns={count ?? 'auto'}
      data-ratio={ratio === null ? undefined : ''}
    >
      {children}
    </div>
  )
}

import type { TableProps } from '../../schema/generated/props.ts'
import type { RowAction } from './RowActions.tsx'

export type GivenActions = NonNullable<TableProps['rowActions']>

/** The actions as they stand in one row. */
export function actionsOf(actions: GivenActions, index: number): readonly RowAction[] | null {
  if (actions.length === 0) return null
  return actions.map(action => {
    const label = typeof action.label === 'function' ? action.label(index) : undefined
    return { label: label ?? '', icon: action.icon, tone: action.tone, run: () => action.do?.(index) }
  })
}

import { type ReactNode, useId, useState } from 'react'
import type { TableProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { selectedKeys } from './arrange-rows.ts'

export interface Selection {
  readonly mode: 'none' | 'one' | 'many'
  readonly group: string
  readonly keys: ReadonlySet<unknown>
  readonly toggle: (key: string | number) => void
  readonly replace: (keys: readonly Json[]) => void
}

/** Which rows are selected: in what `bind` names, else in the table itself. */
export function useSelection(props: TableProps<ReactNode>): Selection {
  const group = useId()
  const [own, setOwn] = useState<Json>(null)
  const mode = props.select ?? 'none'
  const keys = selectedKeys(props.onChange ? props.value : own)
  const write = (value: Json): void => {
    if (props.readOnly) return
    setOwn(value)
    props.onChange?.({ value })
  }
  return {
    mode,
    group,
    keys,
    replace: write,
    toggle: key => {
      if (mode === 'one') write(key)
      else write(keys.has(key) ? ([...keys].filter(other => other !== key) as Json[]) : ([...keys, key] as Json[]))
    },
  }
}

import type { ComponentType, ReactNode } from 'react'
import { useState } from 'react'

/** For tests and stories: gives an input the state that it edits, as the engine does, and tells of each change. */
export function Live<P extends object>({
  of: Input,
  value: first,
  onValue,
  ...props
}: { of: ComponentType<P>; value?: unknown; onValue?: (value: unknown, event: object) => void } & Record<string, unknown>): ReactNode {
  const [value, setValue] = useState(first)
  const all = {
    ...props,
    value,
    onChange: (event: { value: unknown }) => {
      setValue(event.value)
      onValue?.(event.value, event)
    },
  }
  return <Input {...(all as unknown as P)} />
}

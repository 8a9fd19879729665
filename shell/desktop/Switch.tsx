import type { ReactNode } from 'react'

export interface SwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** What it switches; the whole of it can be pressed. */
  readonly children: ReactNode
}

/** One yes or no that counts at once. */
export function Switch({ on, onChange, children }: SwitchProps): ReactNode {
  return (
    <label className="ui-switch">
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own state */}
      <input type="checkbox" role="switch" checked={on} onChange={event => onChange(event.target.checked)} />
      {children}
    </label>
  )
}

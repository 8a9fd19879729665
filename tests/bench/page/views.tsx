/** The plain views that every engine draws with, so that all make the very same DOM; `drawn` counts how often any of them is drawn. */
import type { ReactNode } from 'react'

export const drawn = { count: 0 }

export function Column({ children }: { readonly children?: ReactNode }): ReactNode {
  drawn.count++
  return <div className="column">{children}</div>
}

export function Card({ title, children }: { readonly title?: string; readonly children?: ReactNode }): ReactNode {
  drawn.count++
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

export function Text({ text }: { readonly text?: string }): ReactNode {
  drawn.count++
  return <p>{text}</p>
}

export function Field({ label, value, onInput }: { readonly label?: string; readonly value?: unknown; readonly onInput?: (value: string) => void }): ReactNode {
  drawn.count++
  return (
    <label>
      {label}
      <input value={typeof value === 'string' ? value : ''} onChange={event => onInput?.(event.target.value)} />
    </label>
  )
}

export function Button({ label, onPress }: { readonly label?: string; readonly onPress?: () => void }): ReactNode {
  drawn.count++
  return (
    <button type="button" onClick={onPress}>
      {label}
    </button>
  )
}

export function Line({ left, right }: { readonly left?: string; readonly right?: unknown }): ReactNode {
  drawn.count++
  return (
    <div className="line">
      <span>{left}</span>
      <span>{right as string}</span>
    </div>
  )
}

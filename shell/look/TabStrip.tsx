import type { ReactNode } from 'react'

interface TabStripProps<T extends string> {
  /** Begins the ids of the tabs, `id-Tab`, and is that of their panel, `id-panel`. */
  readonly id: string
  readonly label: string
  readonly className: string
  readonly tabs: readonly T[]
  readonly selected: T
  readonly onSelect: (tab: T) => void
}

/** The tabs above a panel, of which the arrow keys go from one to the next. */
export function TabStrip<T extends string>({ id, label, className, tabs, selected, onSelect }: TabStripProps<T>): ReactNode {
  return (
    <div className={className} role="tablist" aria-label={label}>
      {tabs.map(tab => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          aria-selected={tab === selected}
          aria-controls={`${id}-panel`}
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => onSelect(tab)}
          onKeyDown={event => {
            const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            if (by === 0) return
            const next = tabs[(tabs.indexOf(selected) + by + tabs.length) % tabs.length] as T
            onSelect(next)
            document.getElementById(`${id}-${next}`)?.focus()
          }}
        >
          {tab}
        </button>
      ))}
    </div>
  )
}

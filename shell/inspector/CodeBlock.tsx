import type { ReactNode } from 'react'

/** Text that keeps its lines. It scrolls, so that it can be reached by key. */
export function CodeBlock({ label, children }: { readonly label: string; readonly children: string }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <pre role="group" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  )
}

/** What an installed copy of the peers' harness puts in place of these names when it builds `peer-entry.tsx`. */

declare module '@bench/harness' {
  /** Offers the page's measures over these engines; `renders.n` counts the views drawn. */
  export function install(engines: Readonly<Record<string, import('./peer-entry.tsx').PeerEngine>>, renders: { n: number }): void
}

declare module '@bench/html' {
  import type { ReactNode } from 'react'
  export const R: { n: number }
  export function Column(props: { readonly children?: ReactNode }): ReactNode
  export function Card(props: { readonly title?: string; readonly children?: ReactNode }): ReactNode
  export function Text(props: { readonly text?: string }): ReactNode
  export function Button(props: { readonly label?: string; readonly onClick?: () => void }): ReactNode
  export function Row(props: { readonly text?: string; readonly meta?: unknown }): ReactNode
  export function Input(props: { readonly label?: string; readonly value?: unknown; readonly onInput: (value: string) => void }): ReactNode
}

import type { ReactNode } from 'react'
import type { MarkPicture as Name } from './mark.ts'

/** Drawn for the desktop alone: no icon that an app may name is among them. */
const drawings: Readonly<Record<Name, string>> = {
  lighthouse: 'M12 28h8l-1-16h-6zM11 12h10M13 12V8h6v4M12 8l4-4 4 4M13 18h6M12.6 23h6.8M22 9l5-2M10 9L5 7M8 28h16',
  boat: 'M4 21h24l-4 7H8zM15 21V4L6 18h9M18 21V8l8 10h-8M3 30c2-1 4-1 6 0s4 1 6 0 4-1 6 0 4 1 6 0',
  kite: 'M17 3l8 9-10 11-5-13zM10 10l15 2M17 3l-2 20M15 23c-1 3-4 2-5 4s-3 2-5 2M10 25l2 3M7 26l-1 3',
  teapot: 'M9 13h13c2 5 1 10-2 13h-9c-3-3-4-8-2-13zM9 17l-6-3c0 5 2 8 6 9M22 15c5-2 8 5-1 8M12 13c0-3 7-3 7 0M15.500 9v-2M8 28h15',
  bicycle: 'M3 21a5 5 0 1 0 10 0 5 5 0 1 0-10 0M19 21a5 5 0 1 0 10 0 5 5 0 1 0-10 0M8 21l4-10h9l3 10M12 11l5 10 4-10M10 11h4M21 11l-1-4h-3',
  umbrella: 'M4 17C4 2 28 2 28 17c-2-3-6-3-8 0-2-3-6-3-8 0-2-3-6-3-8 0zM16 4V3M16 16v10c0 4-6 4-6 0',
  mountain: 'M2 27l9-16 5 8 4-6 10 14zM8 16l3 2 2-3M18 16l2 2 2-2M24 7a2.500 2.500 0 1 0 .01 0',
  fish: 'M4 16c5-9 15-9 20-1l5-5v13l-5-5c-5 8-15 7-20-2zM9 14h.5M15 10c3 3 3 9 0 12M13 9c2-3 5-3 7-2',
  owl: 'M8 10C8 5 24 5 24 10v10c0 10-16 10-16 0zM8 10L7 4l5 3M24 10l1-6-5 3M10 13a3 3 0 1 0 6 0 3 3 0 1 0-6 0M16 13a3 3 0 1 0 6 0 3 3 0 1 0-6 0M15 17l1 2 1-2M12 23l2 1 2-1 2 1 2-1M13 28v2M19 28v2',
  balloon: 'M16 3c-12 0-11 14-3 19h6c8-5 9-19-3-19zM16 3c-5 5-5 14-2 19M16 3c5 5 5 14 2 19M13 22l1 4M19 22l-1 4M13 26h6v4h-6z',
  anchor: 'M13 6a3 3 0 1 0 6 0 3 3 0 1 0-6 0M16 9v19M10 13h12M4 18c0 14 24 14 24 0M4 18l-2 4M4 18l4 3M28 18l2 4M28 18l-4 3',
  cactus: 'M13 27V8c0-5 6-5 6 0v19M13 19c-7 1-8-3-8-7M19 17c7 1 8-3 8-8M10 27h12l-1 4H11zM16 10v2M16 16v2M16 22v2',
}

/** The picture of a mark; what it is called is said beside it. */
export function MarkPicture({ name, size = 40 }: { readonly name: Name; readonly size?: number }): ReactNode {
  return (
    <svg className="mark-picture" viewBox="0 0 32 34" width={size} height={size} aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}

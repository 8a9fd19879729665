import type { LucideIcon } from 'lucide-react'
import * as lucide from 'lucide-react'

const known: Readonly<Record<string, unknown>> = lucide
const icons: Readonly<Record<string, unknown>> = lucide.icons

/**
 * Any icon of lucide by its name, its former names included; undefined where there is none.
 * Importing this file brings all of them: it belongs behind a dynamic import.
 */
export function everyIcon(name: string): LucideIcon | undefined {
  const pascal = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  if (Object.hasOwn(icons, pascal)) return icons[pascal] as LucideIcon
  // Former names are exported too, each with a twin `…Icon` that the package’s own tools do not have.
  return Object.hasOwn(known, pascal) && Object.hasOwn(known, `${pascal}Icon`) ? (known[pascal] as LucideIcon) : undefined
}

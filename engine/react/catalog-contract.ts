/** What a set of components must be for the engine to draw with it. `cyanotype/components` gives one. */
import type { ComponentType, ReactNode } from 'react'
import type { AppInfo, Phase } from '../contracts.ts'

// The engine computes a component's properties from its schema; their types are per component (`ButtonProps` …),
// which a registry over all of them can only state as "some properties".
// biome-ignore lint/suspicious/noExplicitAny: see above
export type CatalogComponent = ComponentType<any>

export interface ComponentCatalog {
  /** The implementation of a component of the registry. */
  get(name: string): CatalogComponent | undefined
  /** Wraps a whole app: sets its theme, density, direction. `developing` while it streams. */
  readonly Root: ComponentType<{ readonly theme: AppInfo['theme']; readonly developing: boolean; readonly children?: ReactNode }>
  /** Stands in the place of a component that cannot be drawn, and says why. */
  readonly FaultTile: ComponentType<{ readonly title: string; readonly message: string; readonly onRetry?: () => void }>
  /** Stands where something is still to come. */
  readonly Pending: ComponentType<{ readonly label?: string }>
}

export type { Phase, ReactNode }

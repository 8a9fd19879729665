/** What a set of components must be for the engine to draw with it. `cyanotype/components` gives one. */
import type { ComponentType, ReactNode } from 'react'
import type { AppInfo } from '../contracts.ts'
import type { Attachments, Locale } from '../ports.ts'

// The engine computes a component's properties from its schema; their types are per component (`ButtonProps` …),
// which a registry over all of them can only state as "some properties".
// biome-ignore lint/suspicious/noExplicitAny: see above
export type CatalogComponent = ComponentType<any>

/** Wraps a whole app: sets its theme, density, language and direction. */
export interface RootProps {
  readonly theme: AppInfo['theme']
  /** It still streams. */
  readonly developing: boolean
  /** The language, time zone and currency in which values are written. */
  readonly locale: Locale
  /** Where attachments are kept (B11). */
  readonly attachments: Attachments
  readonly children?: ReactNode
}

export interface ComponentCatalog {
  /** The implementation of a component of the registry. */
  get(name: string): CatalogComponent | undefined
  readonly Root: ComponentType<RootProps>
  /** Stands in the place of a component that cannot be drawn, and says why. */
  readonly FaultTile: ComponentType<{ readonly title: string; readonly message: string; readonly onRetry?: () => void }>
  /** Stands where something is still to come. */
  readonly Pending: ComponentType<{ readonly label?: string }>
}

export type { ReactNode }

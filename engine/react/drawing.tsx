/** How nodes become React elements: what every drawn node shares, given once at the root. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import type { Host } from '../tree/slots.ts'
import type { ComponentCatalog } from './catalog-contract.ts'
import type { DrawnPlaces } from './drawn-places.ts'

/** The tree's host, which draws with React. */
export interface ReactHost extends Host {
  node(definition: Json, scope: Scope, key?: string): ReactNode
  nodes(definitions: readonly Json[], scope: Scope): ReactNode
}

export interface Drawing {
  readonly runtime: Runtime
  readonly catalog: ComponentCatalog
  readonly host: ReactHost
  readonly places: DrawnPlaces
}

/** Its value never changes while an app is shown, so reading it draws nothing again. */
const DrawingContext = createContext<Drawing | null>(null)

export const DrawingProvider = DrawingContext.Provider

export function useDrawing(): Drawing {
  const given = useContext(DrawingContext)
  if (!given) throw new RangeError('A node is drawn outside of a BlueprintView.')
  return given
}

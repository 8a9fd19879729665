import type { LoadedBlueprint } from '../../schema/check/load.ts'
import type { Json } from '../../schema/json/json.ts'

/** Who draws what streams. */
export interface StreamListener {
  /** A section of the document has closed. */
  section(name: string, value: Json): void
  /** A section has opened: what of it has closed so far grows in place. */
  sectionOpen(name: string): void
  /** Something of the `app` section has arrived: its name, its icon. */
  appGrew(app: Json): void
  /** A page's view has opened: the first is the start page. */
  pageOpen(name: string): void
  /** A node has opened, has closed. */
  nodeOpen(): void
  nodeClose(): void
  /** All but the tests is there and was checked (B68). True if it is taken; nothing but tests may follow then. */
  ready(loaded: LoadedBlueprint): boolean
  /** What came before is void. */
  restart(): void
  end(loaded: LoadedBlueprint): void
}

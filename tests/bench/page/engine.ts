import type { Sketch } from '../documents.ts'

/** What is measured: something that draws an app from text that arrives in pieces. */
export interface Engine {
  /** The app in the form that this engine reads. */
  text(app: Sketch): string
  start(place: Element): Feed
}

export interface Feed {
  push(piece: string): void
  /** Whatever has arrived is drawn when this returns. */
  flush(): void
  end(): void
}

/** Many bound leaves below one root, one of which changes at a time. */
export interface Leaves {
  change(index: number, value: string): void
}

/** What is drawn at once, again and again. */
export interface Mountable {
  /** Gives what takes it away. */
  mount(place: Element): () => void
}

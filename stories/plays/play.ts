import type { Canvas } from 'storybook/internal/csf'
import { waitFor } from 'storybook/test'

/** What a person does with an example, and what is there to see of it. */
export interface Scene {
  readonly canvas: Canvas
  /** The keys and the pointer. */
  readonly user: {
    click(element: Element): Promise<void>
    type(element: Element, text: string): Promise<void>
    clear(element: Element): Promise<void>
    keyboard(keys: string): Promise<void>
    tab(options?: { readonly shift?: boolean }): Promise<void>
    upload(element: HTMLElement, file: File): Promise<void>
  }
  /** Waits until the state at `path` was set to `value`. */
  becomes(path: string, value: unknown): Promise<void>
  /** Waits until the app said so in passing. */
  says(text: string): Promise<void>
  /** What was said so far. */
  said(): readonly unknown[]
}

export type Play = (scene: Scene) => Promise<void>
export type Plays = Readonly<Record<string, Play>>

/** One thing that happened: the path of a change or `toast`, and the value. */
export interface Happening {
  readonly name: string
  readonly detail: unknown
}

export function createScene(canvas: Canvas, user: Scene['user'], happenings: readonly Happening[]): Scene {
  const of = (name: string) => happenings.filter(happening => happening.name === name).map(happening => happening.detail)
  const told = () => happenings.map(({ name, detail }) => `${name}: ${JSON.stringify(detail)}`).join('\n')
  return {
    canvas,
    user,
    said: () => of('toast'),
    becomes: (path, value) =>
      waitFor(() => {
        if (JSON.stringify(of(path).at(-1)) !== JSON.stringify(value)) throw new Error(`${path} did not become ${JSON.stringify(value)}. There was:\n${told()}`)
      }),
    says: text =>
      waitFor(() => {
        if (!of('toast').includes(text)) throw new Error(`It did not say “${text}”. There was:\n${told()}`)
      }),
  }
}

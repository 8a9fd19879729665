export interface NearApp {
  readonly id: string
  readonly name: string
  readonly about: string
}
export type LibraryAnswer =
  | { readonly kind: 'app'; readonly text: string; readonly label: string; readonly source: string }
  | { readonly kind: 'nothing-near'; readonly nearest: readonly NearApp[] }

export function answerFromLibrary(_prompt: string): LibraryAnswer {
  return { kind: 'nothing-near', nearest: [] }
}

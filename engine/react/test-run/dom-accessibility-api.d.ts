/** The package has types, but its `exports` do not lead to them. */
declare module 'dom-accessibility-api' {
  /** The name that assistive technology gives an element (accname 1.2). */
  export function computeAccessibleName(element: Element): string
}

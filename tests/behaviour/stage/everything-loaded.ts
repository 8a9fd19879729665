/** Every module of the components, also those that load when they are first shown: so that every drawing is whole at once. */
const MODULES = import.meta.glob(['../../../components/**/*.{ts,tsx}', '!../../../components/**/*.test.tsx'])

let loading: Promise<unknown> | null = null

export function everythingLoaded(): Promise<unknown> {
  loading ??= Promise.all(Object.values(MODULES).map(load => load()))
  return loading
}

export { BlueprintView, GlanceView } from './BlueprintView.tsx'
export type { CatalogComponent, ComponentCatalog } from './catalog-contract.ts'
export { useSignalValue } from './use-signal-value.ts'

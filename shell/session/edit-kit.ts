/** What it takes to change an app that is here: loaded when one is changed. */

export { infoOf } from '../../engine/app/app-info.ts'
export { fittingEntries } from '../../engine/migrate/fitting-entries.ts'
export { migrateState } from '../../engine/migrate/migrate-state.ts'
export { equalJson } from '../../schema/check/validator-runtime.ts'
export { applyEdit } from '../../schema/edit/apply-edit.ts'
export { describeDifferences } from '../../schema/edit/differences.ts'
export { mergeEdit } from '../../schema/edit/merge-edit.ts'
export { readEdit } from '../../schema/edit/read-edit.ts'

/** What stands behind an app's name for a folder: one of the browser's own, by its name, or a connected one of the machine, by its id. */
export type FolderRef = { readonly place: 'browser'; readonly name: string } | { readonly place: 'machine'; readonly id: string }

/** As it is kept with the grant: `browser:Notes`, `machine:5f1e…`. */
export function writeFolderRef(ref: FolderRef): string {
  return ref.place === 'browser' ? `browser:${ref.name}` : `machine:${ref.id}`
}

/** Where nothing was chosen for it, the folder of the browser that has the app's name for it. */
export function readFolderRef(choice: string | null | undefined, folder: string): FolderRef {
  if (choice?.startsWith('machine:')) return { place: 'machine', id: choice.slice(8) }
  return { place: 'browser', name: choice?.startsWith('browser:') ? choice.slice(8) : folder }
}

/** The capability under which the gateway lets an app use what was chosen; null where it is none of its business. */
export function gatewayFolder(choice: string | null | undefined): string | null {
  return choice?.startsWith('machine:') ? `fs:${choice.slice(8)}` : null
}

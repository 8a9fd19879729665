/** Bytes as a person reads them; what is beyond a limit never reads as the limit. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [unit, of] = bytes < 1_000_000 ? ['kB', 1000] : bytes < 1_000_000_000 ? ['MB', 1_000_000] : ['GB', 1_000_000_000]
  return `${(Math.ceil((bytes / of) * 10) / 10).toLocaleString('en')} ${unit}`
}

export const dateWords = (at: number): string => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
export const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
export const joined = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

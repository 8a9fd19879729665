/** Pictures of components, as `npm run pictures` makes them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../docs/reference/pictures')

/** In the reader's mode; nothing where none was made. */
export function picture(name: string): readonly string[] {
  if (!existsSync(join(folder, `${name}.png`))) return []
  const dark = existsSync(join(folder, `${name}-dark.png`)) ? [`  <source media="(prefers-color-scheme: dark)" srcset="pictures/${name}-dark.png">`] : []
  return ['<picture>', ...dark, `  <img alt="${name}" src="pictures/${name}.png">`, '</picture>\n']
}

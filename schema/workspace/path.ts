/**
 * Names and paths of workspace files. Apps compute paths from what people type, and the same path means a file in the
 * browser's own storage or in a folder of a Windows, macOS or Linux disk; so a name is one that all of them take, and
 * take for the same. Nothing is decoded, cleaned or guessed: what is not such a name is refused, with the reason.
 *
 * Laws: an accepted path has one spelling (`parsePath` of the joined names gives the same names); no name in it is empty,
 * `.`, `..`, hidden, or holds a separator, however it is normalised; so no accepted path leads out of its folder.
 */

/** Names inside each other. */
export const PATH_DEPTH = 12
/** Of one name, in UTF-16 units; its UTF-8 form is shorter than what file systems take. */
export const NAME_LENGTH = 80
/** Of a folder's name, which stands in the capability `fs:<folder>`. */
export const FOLDER_LENGTH = 40

export type PathReading = { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly why: string }

/** The names of a path inside a folder, in Unicode's composed form. The empty path is the folder itself. */
export function parsePath(text: string): PathReading {
  if (text === '') return { ok: true, names: [] }
  if (text.length > PATH_DEPTH * (NAME_LENGTH + 1)) return refused('the path is too long')
  if (text.startsWith('/')) return refused('a path begins with a name, not with “/”: it is read from its folder')
  const names = text.normalize('NFC').split('/')
  if (names.length > PATH_DEPTH) return refused(`at most ${PATH_DEPTH} folders stand inside each other`)
  for (const name of names) {
    const why = nameFault(name)
    if (why !== null) return refused(why)
  }
  return { ok: true, names }
}

/** What is wrong with one name, or null. `name` is in composed form. */
export function nameFault(name: string): string | null {
  if (name === '') return 'a name is empty'
  if (name.length > NAME_LENGTH) return `a name has at most ${NAME_LENGTH} characters`
  if (!name.isWellFormed()) return 'a name holds half a character'
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/u.test(name.replace(EMOJI_JOINER, ''))) return 'a name holds a character that shows nothing'
  if (name !== name.normalize('NFC')) return 'a name is not in its composed form'
  // A form that another system may make of it has to obey too: a full-width slash is one of them.
  for (const form of [name, name.normalize('NFKC')]) {
    if (/[\\/:*?"<>|]/.test(form)) return 'a name holds none of \\ / : * ? " < > |'
    if (/^[.\s]/.test(form)) return 'a name begins with no point and no space'
    if (/[.\s]$/.test(form)) return 'a name ends with no point and no space'
    if (DEVICE.test(form)) return `“${name}” is the name of a device on some systems`
    if (/~\d+(\.[^.]*)?$/.test(form)) return 'a name ends with no “~1”, which some systems take for another file'
  }
  return null
}

/** The name of a folder of the workspace, as it stands in a blueprint: one name, and nothing that would have to be normalised. */
export function folderFault(folder: string): string | null {
  if (folder.length > FOLDER_LENGTH) return `a folder's name has at most ${FOLDER_LENGTH} characters`
  if (folder.includes('/')) return 'it is the name of one folder; what is inside it is named by the path'
  // It stands in quotation marks where a person is asked about it.
  if (/[“”„‟]/.test(folder)) return 'it holds no quotation marks'
  return nameFault(folder)
}

/** Equal for names that some file system takes for the same: those that differ in case or in how letters are composed. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

/**
 * Why an app may not write a file under this path, or null (S61): it writes data that opens in a viewer or an editor, and
 * nothing that runs when it is opened. A file that is moved or copied keeps its ending: `from` is where it is.
 */
export function dataNameFault(path: string, from?: string): string | null {
  const ending = endingOf(path)
  // The empty path is none of a file, which is said where it is used.
  if (path === '' || dataEndings.includes(ending) || (from !== undefined && ending !== '' && ending === endingOf(from))) return null
  return `“${path.slice(0, 80)}” is no file that an app writes: its name ends in one of ${dataEndings.join(' ')}.`
}
const dataEndings: readonly string[] =
  'txt md csv tsv json jsonl yaml yml toml ini log ics vcf bib srt vtt gpx geojson png jpg jpeg gif webp avif mp3 m4a ogg wav mp4 webm'.split(' ')

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
}

/** Devices of Windows, which are one with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i
/** Between two pictures of one emoji a joiner is part of what is seen. */
const EMOJI_JOINER = /(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic})/gu

function refused(why: string): PathReading {
  return { ok: false, why }
}

/** Colours for a terminal; `plain` where it has none. */
export interface Paint {
  bold(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  blue(text: string): string
  dim(text: string): string
}

const code =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`

const colored: Paint = { bold: code(1, 22), red: code(31, 39), green: code(32, 39), yellow: code(33, 39), blue: code(36, 39), dim: code(2, 22) }
const same = (text: string): string => text
export const plain: Paint = { bold: same, red: same, green: same, yellow: same, blue: same, dim: same }

export function paintFor(terminal: { readonly colors?: boolean }): Paint {
  return terminal.colors === true ? colored : plain
}

/** Text of a document must not steer the terminal (S50): what is invisible or a control shows as a dot, unit for unit. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, hidden => '·'.repeat(hidden.length))
}

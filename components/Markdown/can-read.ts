/** Past this, in UTF-16 units, reading takes seconds. */
const longest = 50_000
/** Quotes and lists inside each other, opened in one line. A reader's time grows with their square and more. */
const deepest = 20
/** Runs of marks that open emphasis or a link. Each that is never closed is compared with those before it: time grows with their square. */
const mostMarks = 4000

const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y

/** Whether a text can be read as Markdown without the page standing still. Takes time in proportion to its length. */
export function canReadMarkdown(text: string): boolean {
  if (text.length > longest || (text.match(/[*_~[]+/g)?.length ?? 0) > mostMarks) return false
  return text.split('\n').every(line => {
    marker.lastIndex = 0
    for (let depth = 0; marker.test(line); depth++) if (depth >= deepest) return false
    return true
  })
}

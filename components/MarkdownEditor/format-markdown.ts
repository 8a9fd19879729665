import type { TextEdit, TextSpan } from '../editor/text-edit.ts'

export type MarkdownFormat = 'bold' | 'italic' | 'heading' | 'list' | 'link'

/**
 * What a button of the toolbar does to a text and its selection. Pressed again, bold, italic, heading and list take back
 * what they did; where nothing is selected, what is to be written over is selected.
 */
export function formatMarkdown(format: MarkdownFormat, text: string, selection: TextSpan): TextEdit {
  switch (format) {
    case 'bold':
      return around(text, selection, '**', 'bold text')
    case 'italic':
      return around(text, selection, '_', 'text')
    case 'heading':
      return lines(text, selection, /^#{1,6} +/, '## ')
    case 'list':
      return lines(text, selection, /^[-*+] +/, '- ')
    case 'link':
      return link(text, selection)
  }
}

function around(text: string, { from, to }: TextSpan, mark: string, missing: string): TextEdit {
  const inside = text.slice(from, to)
  const size = mark.length
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark && from >= size)
    return { change: { from: from - size, to: to + size, insert: inside }, select: { from: from - size, to: to - size } }
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark)) {
    const bare = inside.slice(size, -size)
    return { change: { from, to, insert: bare }, select: { from, to: from + bare.length } }
  }
  // A mark that has a space inside of it is none.
  const words = inside.trim()
  const before = inside.slice(0, inside.length - inside.trimStart().length)
  const after = words === '' ? '' : inside.slice(inside.trimEnd().length)
  const content = words === '' ? missing : words
  const start = from + before.length + size
  return {
    change: { from, to, insert: `${before}${mark}${content}${mark}${after}` },
    select: { from: start, to: start + content.length },
  }
}

function lines(text: string, selection: TextSpan, mark: RegExp, wanted: string): TextEdit {
  const from = selection.from === 0 ? 0 : text.lastIndexOf('\n', selection.from - 1) + 1
  const end = text.indexOf('\n', selection.to)
  const to = end < 0 ? text.length : end
  const before = text.slice(from, to).split('\n')
  const marked = before.filter(line => line !== '')
  const takeAway = marked.length > 0 && marked.every(line => mark.test(line))
  const insert = before.map(line => (takeAway ? line.replace(mark, '') : line === '' && before.length > 1 ? line : wanted + line.replace(mark, ''))).join('\n')
  // One line keeps its caret at the same letter; of several all that changed is selected.
  const moved = insert.length - (to - from)
  const select =
    before.length === 1 ? { from: Math.max(from, selection.from + moved), to: Math.max(from, selection.to + moved) } : { from, to: from + insert.length }
  return { change: { from, to, insert }, select }
}

function link(text: string, { from, to }: TextSpan): TextEdit {
  const inside = text.slice(from, to)
  const isAddress = /^https?:\/\/\S+$/.test(inside)
  const words = isAddress || inside === '' ? 'text' : inside.replaceAll('\n', ' ')
  const address = isAddress ? inside : 'https://'
  const insert = `[${words}](${address})`
  const start = from + (inside !== '' && !isAddress ? words.length + 3 : 1)
  return { change: { from, to, insert }, select: { from: start, to: start + (inside !== '' && !isAddress ? address.length : words.length) } }
}

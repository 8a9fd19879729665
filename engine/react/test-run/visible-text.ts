const INLINE = new Set(['SPAN', 'B', 'STRONG', 'EM', 'I', 'A', 'S', 'DEL', 'U', 'SMALL', 'MARK', 'CODE', 'TSPAN', 'BDI'])

const SILENT_INPUTS = new Set(['hidden', 'radio', 'checkbox', 'file', 'range'])

/** A tip comes and goes with the pointer; what components mark is drawn where there is room for it only. */
const UNREAD = '[hidden], [role=tooltip], [data-tests-ignore], style, script, option'

/** What can be read: the text in document order, and what stands in fields. */
export function visibleText(root: Element): string {
  let text = ''
  const visit = (node: Node) => {
    if (node.nodeType === 3) text += node.nodeValue
    if (node.nodeType !== 1) return
    const element = node as Element
    if (element.matches(UNREAD)) return
    const block = !INLINE.has(element.tagName)
    if (block) text += ' '
    if ((element.tagName === 'INPUT' || element.tagName === 'TEXTAREA') && !SILENT_INPUTS.has((element as HTMLInputElement).type))
      text += ` ${(element as HTMLInputElement).value} `
    for (const child of element.childNodes) visit(child)
    if (block) text += ' '
  }
  visit(root)
  return text.replace(/[\s\u00a0\u202f]+/g, ' ')
}

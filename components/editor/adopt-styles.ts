import { EditorView } from '@codemirror/view'

const claimed = new WeakSet<Document>()

/**
 * Makes the editor keep its styles in a sheet that the page adopts.
 *
 * In a page it writes them into a `<style>` element, whose text the policy refuses; only below a shadow root does it use a
 * constructed sheet, which no policy is about. So one editor is made below a shadow root that nobody sees, and the record of
 * mounted styles that it leaves there, the same for a whole page, is handed to the page. A page in which an editor has
 * mounted its styles before is left alone, and so is one that knows no constructed sheets.
 */
export function adoptEditorStyles(document: Document): void {
  if (claimed.has(document) || !('adoptedStyleSheets' in document)) return
  claimed.add(document)
  const root = document.createElement('div').attachShadow({ mode: 'closed' })
  const view = new EditorView({ root, parent: root })
  for (const symbol of Object.getOwnPropertySymbols(root)) {
    if (!Object.hasOwn(document, symbol)) Object.defineProperty(document, symbol, { value: Reflect.get(root, symbol) })
  }
  view.destroy()
}

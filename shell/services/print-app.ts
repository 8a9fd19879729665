import { ToolFailure } from '../../engine/ports.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { nextFrame } from './next-frame.ts'
import './print-app.css'

/**
 * Opens the browser's print dialog for one app, or for one component of it, with the app's name above (S63); where a
 * dialog of the app is open, for what is in that. All else of the page is left out by `print-app.css`, which reads
 * what is marked here while the print dialog is open. Rejects with a `ToolFailure` where there is nothing to print.
 */
export async function printApp(instance: string, appName: string, target: string | null): Promise<void> {
  // What the steps before this one changed is drawn first.
  for (let frame = 0; frame < 2; frame++) await new Promise<void>(resolve => nextFrame(resolve))
  const printed = findPrinted(instance, target)
  if (!printed) {
    const what = target === null ? 'The app is not on the screen.' : `There is no component with the id “${target}” on the screen.`
    throw new ToolFailure('no-target', `${what} Nothing was printed.`)
  }
  const restore = mark(printed, appNameForPeople(appName))
  addEventListener('afterprint', restore, { once: true })
  try {
    print()
  } catch (cause) {
    restore()
    throw new ToolFailure('unavailable', 'This browser did not open its print dialog.', { cause })
  }
}

function findPrinted(instance: string, target: string | null): Element | null {
  const app = document.querySelector(`[data-instance="${CSS.escape(instance)}"] [data-blueprint] > *`)
  if (!app) return null
  if (target !== null) return app.querySelector(`[data-node="${CSS.escape(target)}"]`)
  return [...app.querySelectorAll('.cy-app-overlays [aria-modal="true"]')].at(-1) ?? app
}

/** Marks what is printed and all around it; gives what takes the marks off. */
function mark(printed: Element, name: string): () => void {
  const page = document.documentElement
  const around: Element[] = []
  for (let element = printed.parentElement; element && element !== page; element = element.parentElement) around.push(element)
  for (const element of around) element.setAttribute('data-print-path', '')
  printed.setAttribute('data-print-root', name)
  page.setAttribute('data-printing', '')
  const { title } = document
  // What the dialog offers as the file's name.
  document.title = name
  return () => {
    for (const element of around) element.removeAttribute('data-print-path')
    printed.removeAttribute('data-print-root')
    page.removeAttribute('data-printing')
    document.title = title
  }
}

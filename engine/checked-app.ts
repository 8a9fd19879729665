/** For tests of the language: an app that passed the check, as it counts after it, so that both say the same of it. */
import { loadBlueprint } from '../schema/check/load-blueprint.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './test-app.ts'
import { type DrawnNode, draw } from './tree/drawn-tree.ts'

export interface CheckedApp extends TestApp {
  /** The components that are shown with this label. */
  labelled(label: string): DrawnNode[]
  /** What is shown as text, in order. */
  texts(): unknown[]
}

export function createCheckedApp(sections: JsonObject, options: TestAppOptions = {}): CheckedApp {
  const { document, issues } = loadBlueprint({
    blueprint: 1,
    app: { name: 'Test' },
    ...(sections.pages ? {} : { view: { type: 'Stack' } }),
    ...sections,
  })
  const errors = issues.filter(issue => issue.severity === 'error')
  if (!document || errors.length > 0) throw new TypeError(errors.map(issue => `${issue.at}: ${issue.message}`).join('\n'))
  const test = createTestApp(document, options)
  return {
    ...test,
    labelled: label => draw(test.app).filter(node => node.props.label === label),
    texts: () =>
      draw(test.app)
        .filter(node => node.type === 'Text')
        .map(node => node.props.text),
  }
}

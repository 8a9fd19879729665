/** What is known about one code of an issue. */
export interface IssueCode {
  /** What is wrong, as a heading. */
  readonly title: string
  /** Why it is so. */
  readonly why: string
  /** What to do about it. */
  readonly mend: string
  /**
   * What `wrong` and `right` are: a whole `document`; `sections` of one; a component (`node`); a `step`
   * of an event; a `formula`; or `words`, where the fault is too large to show or no document's.
   */
  readonly as: 'document' | 'sections' | 'node' | 'step' | 'formula' | 'words'
  readonly wrong: string
  readonly right: string
}

/** What the examples take for granted: these entries of the state. */
const state = {
  todos: { type: [{ id: 'text', title: 'text', done: 'bool', due: 'date?' }], init: [] },
  draft: '',
  count: 0,
}

/** An example as the text of a whole document; null for `words`. A piece that is no JSON gives a document that is none. */
export function exampleDocument(as: IssueCode['as'], example: string): string | null {
  const document = (sections: string): string => `{"blueprint":1,"app":{"name":"Example"},${sections}}`
  const given = `"state":${JSON.stringify(state)}`
  switch (as) {
    case 'document':
      return example
    case 'sections':
      return document(inner(example).includes('"view"') ? inner(example) : `"view":"Hello",${inner(example)}`)
    case 'node':
      return document(`${given},"view":${example}`)
    case 'step':
      return document(`${given},"view":{"type":"Button","label":"Go","onPress":${example}}`)
    case 'formula':
      return document(`${given},"view":{"type":"Text","text":${JSON.stringify(`\${${example}}`)}}`)
    case 'words':
      return null
  }
}

/** What stands between the outermost braces. */
function inner(record: string): string {
  return record.trim().replace(/^\{|\}$/g, '')
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ClientCapabilities, type CompletionItem, type Diagnostic, getLanguageService, type MarkupContent, TextDocument } from 'vscode-json-languageservice'
import { parseText } from '../formula/text.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'schema/generated/editor-schema.json'), 'utf8'))

/** The very service that VS Code edits JSON with. */
const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST })
service.configure({ schemas: [{ uri: 'blueprint', fileMatch: ['*'], schema }] })

const documentOf = (text: string): TextDocument => TextDocument.create('file:///app.json', 'json', 1, text)

/** What is offered where the text has `|`. */
async function complete(text: string): Promise<readonly CompletionItem[]> {
  const document = documentOf(text.replace('|', ''))
  const list = await service.doComplete(document, document.positionAt(text.indexOf('|')), service.parseJSONDocument(document))
  return list?.items ?? []
}

async function hover(text: string): Promise<string> {
  const document = documentOf(text.replace('|', ''))
  const found = await service.doHover(document, document.positionAt(text.indexOf('|')), service.parseJSONDocument(document))
  const contents = found?.contents
  return (Array.isArray(contents) ? contents : [contents])
    .map(part => (typeof part === 'string' ? part : ((part as MarkupContent | undefined)?.value ?? '')))
    .join('\n')
    .replaceAll('\\', '')
}

async function marks(text: string): Promise<readonly Diagnostic[]> {
  const document = documentOf(text)
  return service.doValidation(document, service.parseJSONDocument(document))
}

/** Whether an inserted piece is JSON with its formulas whole. */
function checkExample(text: string): boolean {
  const whole = (value: unknown): boolean =>
    typeof value === 'string' ? parseText(value).faults.length === 0 : typeof value !== 'object' || value === null || Object.values(value).every(whole)
  return whole(JSON.parse(text))
}

const app = (view: string): string => `{ "blueprint": 1, "app": { "name": "A" }, "view": ${view} }`
const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(item => item.label.replaceAll('"', ''))
const documentation = (item: CompletionItem | undefined): string => {
  const said = item?.documentation
  return typeof said === 'string' ? said : (said?.value ?? '')
}

describe('an editor offers', () => {
  it('the sections, with what they are', async () => {
    const items = await complete('{ "blueprint": 1, "app": { "name": "A" }, | }')
    expect(labels(items)).toEqual(expect.arrayContaining(['state', 'derived', 'view', 'actions', 'tests']))
    expect(documentation(items.find(item => item.label === 'state'))).toContain('remembers')
  })

  it('the components, with what they are', async () => {
    const items = await complete(app('{ "type": "|" }'))
    expect(labels(items)).toEqual(expect.arrayContaining(['Button', 'Table', 'Stack']))
    expect(documentation(items.find(item => item.label.includes('Table')))).toContain('columns')
  })

  it('whole components where one can stand', async () => {
    const items = await complete(app('{ "type": "Stack", "children": [|] }'))
    const button = items.find(item => item.label === 'Button')
    expect(button?.insertText).toContain('"type": "Button"')
    expect(documentation(button)).not.toBe('')
  })

  it('examples that are what their schemas say, with every ${ } of a formula', async () => {
    const items = (await complete(app('{ "type": "Stack", "children": [|] }'))).filter(item => item.insertText?.includes('"type"'))
    expect(items.length).toBeGreaterThan(50)
    for (const item of items) {
      const text = (item.insertText ?? '').replace(/\\([$}\\])/g, '$1').replace(/\$0$/, '')
      expect([item.label, checkExample(text)]).toEqual([item.label, true])
    }
  })

  it('the capabilities', async () => {
    expect(labels(await complete('{ "capabilities": [{ "use": | }] }'))).toEqual(expect.arrayContaining(['storage', 'net:https://']))
  })

  it('the properties of the component that it is', async () => {
    const items = labels(await complete(app('{ "type": "Button", | }')))
    expect(items).toEqual(expect.arrayContaining(['label', 'onPress', 'show', 'tip']))
    expect(items).not.toContain('columns')
    expect(items).not.toContain('bind')
    expect(items).not.toContain('onClick')
    expect(labels(await complete(app('{ "type": "Table", | }')))).toContain('columns')
  })

  it('the fields of records in a property', async () => {
    expect(labels(await complete(app('{ "type": "Table", "rows": "${x}", "columns": [{ | }] }')))).toEqual(expect.arrayContaining(['field', 'label', 'format']))
  })

  it('the words of a property', async () => {
    expect(labels(await complete(app('{ "type": "Button", "label": "Go", "variant": | }')))).toEqual(expect.arrayContaining(['primary', 'danger']))
    expect(labels(await complete(app('{ "type": "Table", "rows": "${x}", "columns": [{ "field": "a", "format": | }] }')))).toContain('money')
  })

  it('the tools, and the arguments of the one that it is', async () => {
    const step = (inner: string): string => app(`{ "type": "Button", "label": "Go", "onPress": { ${inner} } }`)
    expect(labels(await complete(step('"do": "|"')))).toEqual(expect.arrayContaining(['set', 'toast', 'http.get']))
    const items = labels(await complete(step('"do": "toast", |')))
    expect(items).toEqual(expect.arrayContaining(['text', 'tone', 'when', 'catch']))
    expect(items).not.toContain('path')
    expect(labels(await complete(app(`{ "type": "Button", "label": "Go", "onPress": [{ "do": "add", | }] }`)))).toEqual(expect.arrayContaining(['to', 'item']))
  })

  it('in data only what reads', async () => {
    const items = labels(await complete('{ "data": { "rates": { "do": "|" } } }'))
    expect(items).toContain('http.get')
    expect(items).not.toContain('set')
  })
})

describe('an editor explains', () => {
  it('a component, a property, a tool and an argument', async () => {
    expect(await hover(app('{ "type": "Tab|le", "rows": "${x}", "columns": [] }'))).toContain('columns that sort')
    expect(await hover(app('{ "type": "Button", "label": "Go", "var|iant": "primary" }'))).toContain('attention')
    expect(await hover(app('{ "type": "Button", "label": "Go", "onPress": { "do": "to|ast", "text": "Hi" } }'))).not.toBe('')
    expect(await hover(app('{ "type": "Button", "label": "Go", "onPress": { "do": "update", "item": "x", "wi|th": {} } }'))).toContain('new values')
    expect(await hover(app('{ "type": "TextField", "label": "Name", "bind": "x", "onEn|ter": "go" }'))).toContain('event.value')
  })
})

describe('an editor marks', () => {
  it('what is unknown, missing, or none of the words', async () => {
    const messages = async (view: string): Promise<string> => (await marks(app(view))).map(mark => mark.message).join('\n')
    expect(await messages('{ "type": "Button", "label": "Go", "labl": "x" }')).toContain('labl')
    expect(await messages('{ "type": "Button" }')).toContain('label')
    expect(await messages('{ "type": "Button", "label": "Go", "variant": "huge" }')).toContain('primary')
    expect(await messages('{ "type": "Button", "label": "Go", "onPress": { "do": "tost" } }')).toContain('toast')
    expect(await messages('{ "type": "Button", "label": "Go", "onClick": "x" }')).toContain('onPress')
  })

  const files = [
    ...globSync('blueprints/apps/*.json', { cwd: root }),
    ...globSync('tests/fixtures/valid/*.json', { cwd: root }),
    ...globSync('cli/templates/*.json', { cwd: root }),
  ]
  it.each(files)('nothing in %s', async file => {
    const text = readFileSync(join(root, file), 'utf8')
    const document = documentOf(text)
    const found = await marks(text)
    expect(found.map(mark => `${mark.range.start.line + 1}: ${mark.message}: ${document.getText(mark.range).slice(0, 60)}`)).toEqual([])
  })
})

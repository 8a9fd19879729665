/**
 * In page code only shell/ touches storage, the address, the network and timers. The linter sees the bare names
 * (`fetch`); this sees the ways round it (`window.fetch`, `globalThis['fetch']`) and what makes code of text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as {
  overrides: [{ linter: { rules: { style: { noRestrictedGlobals: { options: { deniedGlobals: Record<string, string> } } } } } }]
}
const denied = new Set([...Object.keys(overrides[0].linter.rules.style.noRestrictedGlobals.options.deniedGlobals), 'cookie', 'eval'])
const worlds = new Set(['window', 'globalThis', 'self', 'document', 'defaultView', 'top', 'parent', 'frames'])
const code = new Set(['eval', 'Function', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcDoc', 'srcdoc'])

/** What in a file reaches past the ports, as `name (line)`. `page`: false for shell/, which may touch the browser but makes no code either. */
function reaches(text: string, page: boolean): string[] {
  const file = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (name: string, node: ts.Node) => found.push(`${name} (${file.getLineAndCharacterOfPosition(node.getStart()).line + 1})`)
  const visit = (node: ts.Node): void => {
    const member = memberName(node)
    if (member !== null && page && denied.has(member.name) && worlds.has(member.of)) note(`${member.of}.${member.name}`, node)
    if (member !== null && code.has(member.name)) note(member.name, node)
    if (ts.isJsxAttribute(node) && code.has(node.name.getText())) note(node.name.getText(), node)
    if (ts.isPropertyAssignment(node) && code.has(node.name.getText().replace(/['"]/g, ''))) note(node.name.getText(), node)
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression) && ['eval', 'Function'].includes(node.expression.text))
      note(node.expression.text, node)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && !node.arguments.every(ts.isStringLiteral))
      note('import of a computed name', node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function memberName(node: ts.Node): { readonly of: string; readonly name: string } | null {
  if (ts.isPropertyAccessExpression(node)) return { of: lastName(node.expression), name: node.name.text }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return { of: lastName(node.expression), name: node.argumentExpression.text }
  return null
}

function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? lastName(node.expression) : ''
}

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name) && !name.startsWith('generate'))
    .map(name => `${folder}/${name}`)

describe.each(['schema', 'engine', 'components', 'tools', 'blueprints'])('%s/', folder => {
  it('reaches the browser through ports only, and makes no code', () => {
    const found = filesIn(folder).flatMap(path => reaches(readFileSync(join(root, path), 'utf8'), true).map(what => `${path}: ${what}`))
    expect(found).toEqual([])
  })
})

it('shell/ makes no code either', () => {
  const found = filesIn('shell').flatMap(path => reaches(readFileSync(join(root, path), 'utf8'), false).map(what => `${path}: ${what}`))
  expect(found).toEqual([])
})

it.each([
  ['window.fetch("/")', 'window.fetch (1)'],
  ['globalThis["localStorage"].clear()', 'globalThis.localStorage (1)'],
  ['\n(window).setTimeout(go, 1)', 'window.setTimeout (2)'],
  ['document.cookie', 'document.cookie (1)'],
  ['element.ownerDocument.defaultView!.navigator', 'defaultView.navigator (1)'],
  ['element.innerHTML = text', 'innerHTML (1)'],
  ['const a = <p dangerouslySetInnerHTML={x} />', 'dangerouslySetInnerHTML (1)'],
  ['new Function("return 1")', 'Function (1)'],
  ['import(name)', 'import of a computed name (1)'],
])('finds %s', (text, what) => {
  expect(reaches(text, true)).toContain(what)
})

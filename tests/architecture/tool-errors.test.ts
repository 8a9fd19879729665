/**
 * The codes that a tool's schema names are those that its function throws. What is thrown where a tool's function or what it
 * calls in `tools/` says so is found by reading the sources; a code that its schema names and its function does not throw
 * has to be thrown by what does the work for it: the shell, the gateway, the engine or a worker.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../schema/generate/read-sources.ts'
import { tools } from '../../schema/generated/catalog.ts'
import { sharedErrors } from '../../schema/tool-errors.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readSources(join(root, 'schema'))
const declared = new Map(sources.tools.map(({ name, schema }) => [name, Object.keys(schema['x-errors'] ?? {})]))

interface Declaration {
  /** Codes of the failures that are made in it. */
  readonly thrown: ReadonlySet<string>
  /** Names that it uses, its own file's or imported. */
  readonly uses: ReadonlySet<string>
}
interface Module {
  readonly declarations: ReadonlyMap<string, Declaration>
  /** Local name to the file and name that it comes from. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>
}

const modules = new Map<string, Module>()

function moduleAt(path: string): Module {
  let found = modules.get(path)
  if (!found) {
    found = readModule(path)
    modules.set(path, found)
  }
  return found
}

function readModule(path: string): Module {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const declarations = new Map<string, Declaration>()
  const imports = new Map<string, { readonly path: string; readonly name: string }>()
  const note = (name: string, node: ts.Node) => declarations.set(name, within(node, path, imports))
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier) && statement.moduleSpecifier.text.startsWith('.')) {
      const from = join(dirname(path), statement.moduleSpecifier.text)
      const bindings = statement.importClause?.namedBindings
      if (bindings && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements) imports.set(name.text, { path: from, name: (propertyName ?? name).text })
    }
  }
  for (const statement of file.statements) {
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) note(statement.name.text, statement)
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations) if (ts.isIdentifier(declaration.name)) note(declaration.name.text, declaration)
  }
  return { declarations, imports }
}

function within(node: ts.Node, path: string, imports: Map<string, { readonly path: string; readonly name: string }>): Declaration {
  const thrown = new Set<string>()
  const uses = new Set<string>()
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) uses.add(inner.text)
    if (ts.isNewExpression(inner) && inner.expression.getText() === 'ToolFailure') {
      const [code] = inner.arguments ?? []
      for (const text of textsOf(code)) thrown.add(text)
    }
    // What is loaded where it is first used.
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = inner.arguments
      if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')) {
        const from = join(dirname(path), specifier.text)
        for (const name of moduleAt(from).declarations.keys()) {
          imports.set(`${from}#${name}`, { path: from, name })
          uses.add(`${from}#${name}`)
        }
      }
    }
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return { thrown, uses }
}

/** The texts that an expression can be: one that is written, or either of two. */
function textsOf(code: ts.Expression | undefined): readonly string[] {
  if (!code) return []
  if (ts.isStringLiteralLike(code)) return [code.text]
  return ts.isConditionalExpression(code) ? [...textsOf(code.whenTrue), ...textsOf(code.whenFalse)] : []
}

/** All codes thrown by a declaration and by what it uses within `tools/`. */
function reachedCodes(path: string, name: string, seen = new Set<string>()): ReadonlySet<string> {
  const place = `${path}#${name}`
  if (seen.has(place) || !path.startsWith(join(root, 'tools/'))) return new Set()
  seen.add(place)
  const { declarations, imports } = moduleAt(path)
  const declaration = declarations.get(name)
  if (!declaration) return new Set()
  const codes = new Set(declaration.thrown)
  for (const used of declaration.uses) {
    const from = imports.get(used)
    const more = from ? reachedCodes(from.path, from.name, seen) : declarations.has(used) ? reachedCodes(path, used, seen) : []
    for (const code of more) codes.add(code)
  }
  return codes
}

/** The name of each tool, and the expression beside it in the register. */
function registered(): ReadonlyMap<string, ReadonlySet<string>> {
  const path = join(root, 'tools/register.ts')
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const { imports } = moduleAt(path)
  const found = new Map<string, ReadonlySet<string>>()
  const visit = (node: ts.Node): void => {
    const [name, code] = ts.isArrayLiteralExpression(node) ? node.elements : []
    if (name && code && ts.isStringLiteral(name) && tools.has(name.text)) {
      const { uses } = within(code, path, new Map())
      const codes = [...uses].flatMap(used => {
        const from = imports.get(used)
        return from ? [...reachedCodes(from.path, from.name)] : []
      })
      found.set(name.text, new Set(codes))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  // Those of a family that stands there as one: what its worker runs.
  const math = reachedCodes(join(root, 'tools/math/run-math.ts'), 'runMath')
  for (const [name, { engine }] of tools) if (!engine && !found.has(name)) found.set(name, math)
  return found
}

const thrown = registered()
const shared = new Set(sharedErrors.map(error => error.code))
/** Where the work of a tool is done for it: any text there may be the code of a failure. */
const elsewhere = ['engine', 'shell', 'gateway', 'tools', 'schema/workspace'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.tsx?$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8')),
)
const said = new Set(
  elsewhere.flatMap(text => [...text.matchAll(/['"]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)['"]|(?<=[{,]\s*)([a-z]+):/g)].map(match => match[1] ?? match[2])),
)

describe('the failures of a tool', () => {
  it.each([...thrown])('%s: each that its function throws is named in its schema', (name, codes) => {
    expect([...codes].filter(code => !declared.get(name)?.includes(code) && !shared.has(code))).toEqual([])
  })

  it.each([...declared].filter(([, codes]) => codes.length > 0))('%s: each that its schema names is thrown somewhere', (_, codes) => {
    expect(codes.filter(code => !said.has(code))).toEqual([])
  })

  it('are read from the functions themselves', () => {
    expect(thrown.get('csv.parse')).toEqual(new Set(['too-many-rows', 'bad-csv']))
    expect(thrown.get('random.int')).toEqual(new Set(['empty-range']))
    expect(thrown.get('random.pick')).toEqual(new Set())
    expect([...thrown.keys()].sort()).toEqual(
      [...tools.values()]
        .filter(tool => !tool.engine)
        .map(tool => tool.name)
        .sort(),
    )
    expect(thrown.get('math.sqrt')?.size).toBeGreaterThan(2)
  })
})

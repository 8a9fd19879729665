/** Reads the authored schemas from disk, resolves their references and reports every file that is not as FORMAT.md says. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recordProblems, rootProblems } from './source-rules.ts'
import type { PropertySchema, RootSchema, Source, Sources } from './source-schema.ts'

/**
 * All sources below `folder` (the repository's `schema/`). A component or tool with a problem is reported
 * in `problems` and left out, so that one damaged file does not stop the others; what everything rests on
 * (tokens, mixins, the document's schema) throws.
 */
export function readSources(folder: string): Sources {
  const problems: string[] = []
  const tokens = record(readJson(join(folder, 'tokens.json'), 'schema/tokens.json').$defs) as Record<string, PropertySchema>
  const shared = record(readJson(join(folder, 'errors.json'), 'schema/errors.json'))
  const mixin = (name: string): Source => {
    const file = `schema/mixins/${name}.json`
    const schema = resolve(readJson(join(folder, 'mixins', `${name}.json`), file), tokens) as RootSchema
    const found = recordProblems(schema, '')
    if (found.length > 0) throw new Error(`${file}: ${found.join('; ')}`)
    return { file, name, schema }
  }
  const group = (kind: 'component' | 'tool' | 'block'): Source[] => {
    const sources: Source[] = []
    for (const entry of readdirSync(join(folder, `${kind}s`))
      .filter(name => name.endsWith('.json'))
      .sort((a, b) => (basename(a, '.json') < basename(b, '.json') ? -1 : 1))) {
      const file = `schema/${kind}s/${entry}`
      try {
        const schema = resolve(withSharedErrors(readJson(join(folder, `${kind}s`, entry), file), shared), tokens) as RootSchema
        const name = basename(entry, '.json')
        const found = rootProblems(schema, kind, name)
        if (found.length === 0) sources.push({ file, name, schema })
        problems.push(...found.map(problem => `${file}: ${problem}`))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        problems.push(message.startsWith(file) ? message : `${file}: ${message}`)
      }
    }
    return sources
  }
  const blueprintFile = 'schema/blueprint.schema.json'
  return {
    components: group('component'),
    tools: group('tool'),
    blocks: group('block'),
    common: mixin('common'),
    input: mixin('input'),
    blueprint: { file: blueprintFile, name: 'Blueprint', schema: readJson(join(folder, 'blueprint.schema.json'), blueprintFile) as RootSchema },
    tokens,
    problems,
  }
}

function readJson(path: string, file: string): Record<string, unknown> {
  const text = readFileSync(path, 'utf8')
  try {
    return record(JSON.parse(text))
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a JSON object is expected')
  return value as Record<string, unknown>
}

/** The codes that it shares with other tools, put into its own list. */
function withSharedErrors(schema: Record<string, unknown>, shared: Record<string, unknown>): Record<string, unknown> {
  if (schema['x-errors'] === undefined) return schema
  const { $ref, ...own } = record(schema['x-errors'])
  if ($ref === undefined) return schema
  const name = /^\.\.\/errors\.json#\/(\w+)$/.exec(String($ref))?.[1]
  if (name === undefined || !Object.hasOwn(shared, name))
    throw new Error(
      `"x-errors": "$ref": ${JSON.stringify($ref)} is unknown; shared are ${Object.keys(shared)
        .map(known => `"../errors.json#/${known}"`)
        .join(', ')}`,
    )
  return { ...schema, 'x-errors': { ...record(shared[name]), ...own } }
}

/** A copy without `$ref`: each is replaced by the token it names, what stands beside it wins. */
function resolve(value: unknown, tokens: Readonly<Record<string, PropertySchema>>): unknown {
  if (Array.isArray(value)) return value.map(element => resolve(element, tokens))
  if (typeof value !== 'object' || value === null) return value
  const { $ref, ...rest } = value as Record<string, unknown>
  const copied = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, resolve(inner, tokens)]))
  if ($ref === undefined) return copied
  const name = /^(?:\.\.\/tokens\.json)?#\/\$defs\/(\w+)$/.exec(String($ref))?.[1]
  if (name === undefined || !Object.hasOwn(tokens, name))
    throw new Error(
      `"$ref": ${JSON.stringify($ref)} is unknown; shared types are ${Object.keys(tokens)
        .map(token => `"../tokens.json#/$defs/${token}"`)
        .join(', ')}`,
    )
  return { ...(resolve(tokens[name], tokens) as object), ...copied }
}

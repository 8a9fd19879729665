import { join } from 'node:path'
import { Ajv } from 'ajv'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../check/load-blueprint.ts'
import { checkNode, normaliseNode } from '../check/streamed-node.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { promptExample } from './prompt-example.ts'
import { systemPrompt } from './prompt-module.ts'
import { readSources } from './read-sources.ts'
import { namesInLines, toolLines } from './tool-lines.ts'
import { nodeSchemas } from './validators-module.ts'

const sources = readSources(join(import.meta.dirname, '..'))
const errors = (node: Json): string[] =>
  checkNode(node)
    .filter(issue => issue.severity === 'error')
    .map(issue => `${issue.at} ${issue.message}`)

describe('authored schemas', () => {
  it('are as FORMAT.md says', () => {
    expect(sources.problems).toEqual([])
  })

  it.each(sources.components.map(({ name, schema }) => [name, schema.examples?.[0] as JsonObject] as const))(
    'the example of %s passes the check',
    (name, example) => {
      const parent = sources.components.find(source => source.name === name)?.schema['x-parent']
      expect(example.type).toBe(name)
      expect(
        checkNode(normaliseNode(example), { inPart: name === 'Slot', ...(parent !== undefined && { parent }) }).filter(issue => issue.severity === 'error'),
      ).toEqual([])
    },
  )

  it.each(sources.tools.map(({ name, schema }) => [name, schema.examples?.[0] as JsonObject] as const))(
    'the example of %s passes the check',
    (name, example) => {
      expect(example.do).toBe(name)
      expect(errors({ type: 'Button', label: 'Go', onPress: example })).toEqual([])
    },
  )
})

describe('the checker against ajv', () => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  const validators = new Map([...nodeSchemas(sources)].map(([name, schema]) => [name, ajv.compile(schema as object)]))

  it.each(sources.components.map(({ name, schema }) => [name, schema.examples?.[0] as JsonObject] as const))(
    '%s: both take the example and refuse it damaged',
    (name, example) => {
      const valid = validators.get(name)
      const node = normaliseNode(example)
      const agree = (damaged: JsonObject): void => {
        expect(valid?.(damaged)).toBe(false)
        expect(errors(damaged)).not.toEqual([])
      }
      expect(valid?.(node), JSON.stringify(valid?.errors)).toBe(true)
      agree({ ...node, qqqqq: 1 })
      agree({ ...node, span: 'wide' })
      agree({ ...node, surface: 'glass' })
      for (const required of sources.components.find(source => source.name === name)?.schema.required ?? []) {
        const { [required]: _, ...rest } = node
        agree(rest)
      }
    },
  )
})

describe('the prompt', () => {
  const prompt = systemPrompt(sources)

  it('has at most 4,800 tokens', () => {
    const count = encode(prompt).length
    process.stdout.write(`The prompt has ${count} tokens (o200k) for ${sources.components.length} components and ${sources.tools.length} tools.\n`)
    expect(count).toBeLessThanOrEqual(4800)
  })

  it('names every component, block and tool', () => {
    for (const { name } of [...sources.components, ...sources.blocks]) expect(prompt).toContain(name)
    const said = namesInLines(toolLines(sources))
    expect(sources.tools.map(({ name }) => name).filter(name => !said.has(name))).toEqual([])
    expect(prompt).toContain(toolLines(sources))
  })

  it('has an example that passes the check, also as it is', () => {
    expect(checkBlueprint(promptExample).filter(issue => issue.severity === 'error')).toEqual([])
    expect(prompt).toContain(promptExample)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { catalog } from '../../components/index.ts'
import { runBlueprintTests } from '../../engine/react/test-run/run-tests.tsx'
import { expandBlueprint } from '../../schema/expand/expand.ts'
import { checkBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createPureTools } from '../runner/pure-tools.ts'
import { draw, settle } from './draw.tsx'
import { partsArbitrary } from './parts-arbitrary.ts'

afterEach(cleanup)

const seed = Number(process.env.CYANOTYPE_SEED ?? Date.now() % 2 ** 31)

const errorsOf = (document: JsonObject) => checkBlueprint(JSON.stringify(document)).filter(issue => issue.severity === 'error')

function expanded(document: JsonObject): JsonObject {
  const result = expandBlueprint(document)
  if ('problem' in result) throw new Error(`${result.problem.at.join('/')}: ${result.problem.message}`)
  return result.document
}

/** What is drawn, without the names that a component library makes up for each element. */
async function drawn(document: JsonObject): Promise<string> {
  const app = draw(document)
  await settle(1)
  const html = app.container.innerHTML.replace(/\b(id|for|aria-[a-z]+|name|data-[a-z-]+)="[^"]*(react-aria|«|_r_|:r|cy-tip-)[^"]*"/g, '$1')
  app.unmount()
  return html
}

const files = ['blueprints/apps', 'tests/fixtures/valid', 'cli/templates'].flatMap(folder =>
  readdirSync(folder).map(file => [`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')] as const),
)
const withParts = files.flatMap(([file, text]): [string, JsonObject][] => {
  const { document, issues } = loadBlueprint(text)
  return document && Object.hasOwn(document, 'parts') && !issues.some(issue => issue.severity === 'error') ? [[file, document]] : []
})

it('has shipped apps and fixtures to look at', () => expect(withParts.length).toBeGreaterThanOrEqual(3))

describe.each(withParts)('[B45] %s without parts', (_, document) => {
  it('has none, has no errors, and cannot be expanded further', () => {
    const result = expanded(document)
    expect(Object.hasOwn(result, 'parts')).toBe(false)
    expect(errorsOf(result)).toEqual([])
    expect(expanded(result)).toEqual(result)
  })

  it('is drawn the same', async () => {
    const result = expanded(document)
    // A component that is loaded when it is first drawn is not there at once.
    await vi.waitFor(async () => expect(await drawn(result)).toBe(await drawn(document)), { timeout: 15_000 })
  })

  it('passes the same tests', async () => {
    const container = window.document.body.appendChild(window.document.createElement('div'))
    const run = async (which: JsonObject) =>
      (await runBlueprintTests({ document: which, catalog, pure: createPureTools(), container })).map(({ name, passed, message }) => ({
        name,
        passed,
        message,
      }))
    expect(await run(expanded(document))).toEqual(await run(document))
    container.remove()
  })
})

describe('[B45] apps with parts, made at random', () => {
  it('are drawn the same without them, or it is said what is in the way', async () => {
    let [same, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(partsArbitrary, async document => {
        fc.pre(errorsOf(document).length === 0)
        const result = expandBlueprint(document)
        if ('problem' in result) {
          expect(result.problem.message).toMatch(/index|Slot|path|place|document/)
          refused += 1
          return
        }
        // A parameter of any type hides what the types of a use give away.
        const errors = errorsOf(result.document)
        expect(errors.filter(issue => !['wrong-type', 'never-equal', 'wrong-arguments', 'unknown-field', 'not-a-list'].includes(issue.code))).toEqual([])
        fc.pre(errors.length === 0)
        expect(await drawn(result.document)).toBe(await drawn(document))
        expect(expanded(result.document)).toEqual(result.document)
        same += 1
      }),
      { numRuns: 100, seed, endOnFailure: true },
    )
    console.log(`seed ${seed}: ${same} drawn the same, ${refused} refused`)
    expect(same).toBeGreaterThan(refused)
  }, 120_000)
})

describe('[B45] what is written out', () => {
  const app = (view: Json, parts: JsonObject, more: JsonObject = {}): JsonObject => ({
    blueprint: 1,
    app: { name: 'A' },
    state: {
      todos: {
        type: [{ id: 'text', title: 'text' }],
        init: [
          { id: 'a', title: 'Milk' },
          { id: 'b', title: 'Bread' },
        ],
      },
      picked: 'b',
      ...(more.state as JsonObject),
    },
    view,
    parts,
  })

  it('keeps the element of a use apart from that of a repeat inside', async () => {
    const document = app(
      { type: 'Stack', each: '${todos}', as: 'item', children: [{ type: 'Lines', of: '${item.title}' }] },
      { Lines: { params: { of: 'text' }, view: { type: 'Stack', each: '${range(2)}', children: ['${of} ${item}'] } } },
    )
    const view = expanded(document).view as JsonObject
    expect(view.children).toEqual([{ type: 'Stack', each: '${range(2)}', children: ['${item.title} ${item2}'], as: 'item2' }])
    expect(await drawn(expanded(document))).toBe(await drawn(document))
  })

  it('keeps the names of lambdas apart', () => {
    const document = app(
      { type: 'Stack', each: '${todos}', as: 't', children: [{ type: 'Same', title: '${t.title}' }] },
      { Same: { params: { title: 'text' }, view: '${count(todos.filter(t => t.title == title))}' } },
    )
    expect((expanded(document).view as JsonObject).children).toEqual(['${count(todos.filter(t2 => t2.title == t.title))}'])
  })

  it('lets the document’s own names mean the same inside a part', () => {
    const document = app({ type: 'Stack', each: '${range(2)}', as: 'picked', children: [{ type: 'Shown' }] }, { Shown: { view: '${picked}' } })
    const view = expanded(document).view as JsonObject
    expect(view).toEqual({ type: 'Stack', each: '${range(2)}', as: 'picked2', children: ['${picked}'] })
  })

  it('[B43] writes through a parameter that stands for an element, by a name under derived where it has to', () => {
    const document = app(
      { type: 'Editor', todo: '${todos.find(t => t.id == picked)}' },
      { Editor: { params: { todo: 'any' }, view: { type: 'TextField', label: 'Title', bind: 'todo.title' } } },
    )
    expect(expanded(document)).toMatchObject({
      derived: { editorTodo: '${todos.find(t => t.id == picked)}' },
      view: { type: 'TextField', label: 'Title', bind: 'editorTodo.title' },
    })
  })

  it('says what is in the way where index would mean something else', () => {
    const document = app(
      { type: 'Stack', each: '${todos}', children: [{ type: 'Numbered', n: '${index}' }] },
      { Numbered: { params: { n: 'number' }, view: { type: 'Stack', each: '${todos}', as: 'one', children: ['${n} ${one.title}'] } } },
    )
    expect(expandBlueprint(document)).toMatchObject({ problem: { message: expect.stringContaining('"index" of its use means something else') } })
  })

  it('draws a use only where its show and that of the view hold', () => {
    const document = app({ type: 'Note', show: '${picked == "a"}' }, { Note: { view: { type: 'Text', text: 'x', show: '${count(todos) > 0}' } } })
    expect(expanded(document).view).toEqual({ type: 'Text', text: 'x', show: "${picked == 'a' && count(todos) > 0}" })
  })
})

describe('[B45][B60] steps in parts', () => {
  const todos: JsonObject = {
    type: [{ id: 'text', title: 'text', done: 'bool' }],
    init: [
      { id: 'a', title: 'Milk', done: false },
      { id: 'b', title: 'Bread', done: false },
    ],
  }
  const press = (label: string): JsonObject => ({ press: label })
  /** Names in the part meet those of the use at every turn. */
  const document: JsonObject = {
    blueprint: 1,
    app: { name: 'A' },
    state: { todos, said: '', count: 0 },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'Stack',
          each: '${todos}',
          as: 'one',
          children: [{ type: 'Line', todo: '${one}', word: '${one.title}', children: [{ type: 'Badge', show: '${one.done}', text: 'Done ${one.title}' }] }],
        },
        { type: 'Table', rows: '${todos}', columns: [{ field: 'title', cell: { type: 'Cell', one: '${row}' } }] },
        { type: 'Text', text: '${said}' },
      ],
    },
    parts: {
      Line: {
        params: { todo: 'any', word: 'text' },
        view: {
          type: 'Row',
          children: [
            {
              type: 'Button',
              label: 'Say ${word}',
              onPress: [
                { do: 'let', name: 'one', value: '${upper(word)}' },
                {
                  do: 'each',
                  in: '${todos}',
                  as: 'item',
                  steps: { do: 'if', test: '${item.title == word}', then: { do: 'set', path: 'said', value: '${one} ${item.title}' } },
                },
              ],
            },
            { type: 'Button', label: 'Finish ${word}', onPress: { do: 'set', path: 'todo.done', value: true } },
            {
              type: 'Button',
              label: 'Others ${word}',
              onPress: { do: 'update', in: 'todos', where: 'one => one.title != word', with: { title: 'not ${word}' } },
            },
            { type: 'List', each: '${range(1)}', as: 'one', children: [{ type: 'Slot' }] },
          ],
        },
      },
      Cell: {
        params: { one: 'any' },
        view: { type: 'Button', label: 'Drop ${one.title}', onPress: { do: 'remove', from: 'todos', where: 't => t.id == one.id' } },
      },
    },
    tests: [
      { name: 'let and each', steps: [press('Say Milk'), { sees: 'MILK Milk' }] },
      { name: 'through a parameter', steps: [press('Finish Bread'), { sees: 'Done Bread' }, { expect: '${todos[1].done && !todos[0].done}' }] },
      { name: 'where', steps: [press('Others Milk'), { sees: 'Say not Milk' }] },
      { name: 'in a cell', steps: [press('Drop Milk'), { notSees: 'Say Milk' }] },
    ],
  }

  it('do the same, with the names of both kept apart', async () => {
    expect(errorsOf(document)).toEqual([])
    const result = expanded(document)
    expect(errorsOf(result)).toEqual([])
    const container = window.document.body.appendChild(window.document.createElement('div'))
    for (const which of [document, result]) {
      const verdicts = await runBlueprintTests({ document: which, catalog, pure: createPureTools(), container })
      expect(verdicts.filter(verdict => !verdict.passed)).toEqual([])
    }
    container.remove()
    expect(await drawn(result)).toBe(await drawn(document))
  })
})

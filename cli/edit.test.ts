import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashBlueprint, loadBlueprint } from '../schema/index.ts'
import { CommandError } from './command-error.ts'
import { edit } from './edit.ts'
import { runInTerminal } from './test-terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cyanotype-edit-'))
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = (args: readonly string[], input = '') => runInTerminal(edit, args, { typed: [input] })

const app = `{
  "$schema": "../editor-schema.json",
  "blueprint": 1,
  "app": { "name": "A" },
  "capabilities": [{ "use": "storage" }],

  "state": {
    "n":     { "type": "number", "init": 0, "persist": true },
    "gone":  { "type": "text", "init": "", "persist": true }
  },
  "view": {"type": "Stack", "children": [
      {"type": "Text", "id": "shown", "text": "\${n}"}
  ]}
}
`
const hash = await hashBlueprint(loadBlueprint(app).document as never)
const ops = [{ put: 'state.n.type', value: 'text' }, { put: 'state.n.init', value: '' }, { drop: 'state.gone' }, { node: 'shown', after: { type: 'Divider' } }]
const editText = (more: object = {}) => JSON.stringify({ edit: 1, base: hash, ops, ...more }, null, 2)

describe('edit', () => {
  it('[B80] prints the app with the edit applied, in the layout of its file, and says what changes', async () => {
    const file = write('a.json', app)
    const { code, out, err } = await run([file, write('e.json', editText({ say: 'Texts now' }))])
    expect(code).toBe(0)
    expect(out).toContain('"$schema": "../editor-schema.json"')
    expect(out).toContain('    "n":     { "type": "text", "init": "", "persist": true }\n  },')
    expect(loadBlueprint(out).issues).toEqual([])
    expect(err.split('\n')).toEqual([
      'Texts now',
      'Changes “type” of the state entry “n”',
      'Changes “init” of the state entry “n”',
      'Removes the state entry “gone”',
      'Adds Divider after Text “${n}”',
      'State: “n” was number and is text; what cannot be converted is set aside',
      'State: what was entered in “gone” is set aside',
      `Hash: ${await hashBlueprint(loadBlueprint(out).document as never)}`,
      '',
    ])
    expect(readFileSync(file, 'utf8')).toBe(app)
  })

  it('writes it back', async () => {
    const file = write('b.json', app)
    const { code, out } = await run([file, '-', '--write'], editText())
    expect(code).toBe(0)
    expect(out).toContain('Removes the state entry “gone”')
    expect(readFileSync(file, 'utf8')).toContain('Divider')
  })

  it('[B80] changes nothing where the edit does not hold, and says where it does not', async () => {
    const file = write('c.json', app)
    const change = write('wrong.json', editText({ ops: [{ drop: 'state.gne' }] }))
    const { code, out, err } = await run([file, change, '--write'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('error edit-path')
    expect(err).toContain('did you mean "state.gone"?')
    expect(readFileSync(file, 'utf8')).toBe(app)
    expect((await run([file, write('other.json', editText({ base: '0'.repeat(64) }))])).err).toContain(hash)
    expect((await run([write('broken.json', '{'), change])).code).toBe(1)
  })

  it.each([[[]], [['a']], [['a', 'b', 'c']], [['-', '-']], [['-', 'a', '--write']], [['a', 'b', '--x']]])('%j cannot be carried out', async args => {
    await expect(run(args)).rejects.toThrow(CommandError)
  })
})

import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../schema/check/load-blueprint.ts'
import { isJson, mendReply } from './mend-reply.ts'
import { repairMessages } from './messages.ts'

const app = { blueprint: 1, app: { name: 'A' }, state: { n: 0 }, view: { type: 'Stack', children: ['${n}', { type: 'Text', text: 'end' }] } }
const text = JSON.stringify(app, null, 2)
const mend = (written: string) => mendReply({ text: written, issues: checkBlueprint(written) }, checkBlueprint)

describe('mendReply', () => {
  it.each([
    ['the last brackets', text.replace(/[\s\]}]+$/, '}')],
    ['a comma', text.replace('"n": 0\n  },', '"n": 0\n  }')],
    ['a comma too many', text.replace('"n": 0', '"n": 0,')],
    ['two slips and a fault', `// here\n${text.replace('"A"', "'A'").replace('"blueprint": 1,', '"blueprint": 1')}`],
    ['a quotation mark', text.replace('"name": "A"', '"name: "A"')],
    ['a bracket inside', text.replace('"text": "end"\n      }', '"text": "end"')],
    ['a bracket too many', `${text}\n}`],
  ])('mends %s', (_, written) => {
    expect(isJson(written)).toBe(false)
    const mended = mend(written)
    expect(JSON.parse(mended?.text ?? 'null')).toEqual(app)
    expect(mended?.issues).toEqual([])
  })

  it.each([
    ['is JSON', text],
    ['is JSON and refused', text.replace('Stack', 'Stakc')],
    ['is no document', 'Sorry, I cannot do that.'],
    ['breaks off in a word', text.slice(0, text.indexOf('end') + 1)],
    ['breaks off before what it needs', text.slice(0, text.indexOf('"view"') - 5)],
  ])('leaves alone what %s', (_, written) => expect(mend(written)).toBeNull())

  it('says what is still wrong with what it mended', () => {
    expect(mend(text.replace('Stack', 'Stakc').replace('"blueprint": 1,', '"blueprint": 1'))?.issues).toMatchObject([{ code: 'unknown-component' }])
  })
})

describe('repairMessages', () => {
  it('quote the line of a place, or so much of a long one as is round it', () => {
    const long = JSON.stringify({ ...app, state: { n: 0, pad: 'x'.repeat(400) }, view: { type: 'Stack', children: ['${m}', 'y'.repeat(400)] } })
    const issues = checkBlueprint(long)
    const told = repairMessages([], { text: long, issues }).at(-1)?.content ?? ''
    expect(told).toMatch(/\n- unknown-name at \/view\/children\/0, line 1, column \d+: ….*\$\{m\}.*…\n {2}There is no/)
    expect(Math.max(...told.split('\n').map(line => line.length))).toBeLessThan(300)
  })
})

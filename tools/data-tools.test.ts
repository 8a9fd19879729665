import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { toolImplementations } from './register.ts'
import { createTestWorld } from './test-world.ts'

const context = { gesture: true, signal: new AbortController().signal }
const world = createTestWorld()

function call(name: string, args: JsonObject): Json | Promise<Json> {
  const tool = toolImplementations.get(name)
  if (!tool) throw new Error(`no tool ${name}`)
  return tool(args, world, context)
}

describe('csv', () => {
  it('[S9] takes any name for a column, as its own, and gives one that stands twice a number', () => {
    const rows = call('csv.parse', { text: '__proto__,toString,a,a,constructor\n1,2,3,4\n' })
    expect(JSON.stringify(rows)).toBe('[{"__proto__":"1","toString":"2","a":"3","a_1":"4","constructor":""}]')
    expect(Object.getPrototypeOf((rows as object[])[0])).toBe(Object.prototype)
    expect(call('csv.parse', { text: '' })).toEqual([])
  })

  it('reads commas, semicolons and tabs, quotes and a byte order mark', () => {
    expect(call('csv.parse', { text: '\uFEFFa,b\n1,"x, ""y"""\n' })).toEqual([{ a: '1', b: 'x, "y"' }])
    expect(call('csv.parse', { text: 'a;b\r\n1;2' })).toEqual([{ a: '1', b: '2' }])
    expect(call('csv.parse', { text: 'a\tb\n1\t2' })).toEqual([{ a: '1', b: '2' }])
  })

  it('writes what it reads', () => {
    const cell = fc.string().filter(text => !/^[=+\-@\t\r]/.test(text) && text.trim() !== '' && !/[\r\n]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.record({ name: cell, note: cell }), { minLength: 1 }), rows => {
        expect(call('csv.parse', { text: call('csv.format', { rows }) as string })).toEqual(rows)
      }),
    )
  })

  it('[S52] makes text of what a spreadsheet would run', () => {
    for (const cell of ['=1+1', '+cmd|x', '@SUM(A1)', '-2+3', '\tx']) expect(call('csv.format', { rows: [{ a: cell }] })).toContain(`'${cell}`)
    expect(call('csv.format', { rows: [{ a: '-12.5', b: -3 }] })).toBe('a,b\n-12.5,-3')
  })
})

describe('json', () => {
  it('says the line and column of a mistake', () => {
    expect(() => call('json.parse', { text: '{\n  "a": 1,\n  "b" 2\n}' })).toThrow(/Line 3/)
    expect(call('json.parse', { text: ' [1] ' })).toEqual([1])
  })

  it('writes in order where it is asked to', () => {
    expect(call('json.format', { value: { b: 1, a: [{ d: 1, c: 2 }] }, sortKeys: true, indent: 0 })).toBe('{"a":[{"c":2,"d":1}],"b":1}')
  })
})

describe('random', () => {
  it('keeps what it shuffles', () => {
    const list = [1, 2, 3, 4, 5]
    expect([...(call('random.shuffle', { list }) as number[])].sort()).toEqual(list)
    expect(list).toEqual([1, 2, 3, 4, 5])
  })

  it('refuses an empty range', () => {
    expect(() => call('random.int', { min: 3, max: 1 })).toThrow(/no whole number/)
    expect(call('random.int', { min: 4, max: 4 })).toBe(4)
  })
})

describe('encoding', () => {
  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(call('base64.decode', { text: call('base64.encode', { text }) as string })).toBe(text)
      }),
    )
    expect(() => call('base64.decode', { text: '%%' })).toThrow(/no Base64/)
  })

  it('hashes as the standard says (FIPS 180-4, "abc")', async () => {
    expect(await call('hash.sha256', { text: 'abc' })).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('files', () => {
  it('[S61] saves data under a bare name, and nothing that runs', async () => {
    await call('file.save', { name: '../../x/rates.csv', content: 'a' })
    expect(world.saved).toEqual({ name: 'rates.csv', content: 'a', type: 'text/csv' })
    for (const name of ['a.html', 'a.svg', 'a.js', 'a.bat', 'run.exe', 'a.txt.html'])
      await expect(call('file.save', { name, content: 'x' })).rejects.toThrow(/cannot be saved/)
  })

  it('reads what was chosen, and says when nothing was', async () => {
    world.fileText = '[1, 2]'
    expect(await call('file.open', { read: 'json' })).toMatchObject({ content: [1, 2] })
    world.fileText = '[1, '
    await expect(call('file.open', { read: 'json' })).rejects.toThrow(/no JSON/)
    world.fileText = null
    await expect(call('file.open', {})).rejects.toThrow(/No file was chosen/)
  })
})

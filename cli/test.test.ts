import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { formatVerdict, shortTime } from './format-verdict.ts'
import { plain } from './paint.ts'

const folder = mkdtempSync(join(tmpdir(), 'cyanotype-test-'))
const command = fileURLToPath(new URL('./cyanotype.mjs', import.meta.url))
const app = (name: string, tests: readonly object[]) => {
  const file = join(folder, `${name}.json`)
  const view = { type: 'Stack', children: [{ type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'n' } }, '${n} counted'] }
  writeFileSync(file, JSON.stringify({ blueprint: 1, app: { name }, state: { n: 0 }, view, tests }))
  return file
}
const counts = { name: 'Counts', steps: [{ press: 'Count' }, { sees: '1 counted' }] }
const misses = { name: 'Misses', steps: [{ press: 'Count' }, { press: 'Conut' }] }
const waits = { name: 'Waits', steps: [{ wait: '25m' }] }
const good = app('good', [counts, waits])
const bad = app('bad', [counts, misses])
const none = app('none', [])
const faulty = join(folder, 'faulty.json')
writeFileSync(faulty, '{')

/** As a process: the runner makes the process a browser of its kind for good. */
function run(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'test', ...args], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

describe('[B70] cyanotype test', () => {
  it('several files: what passed, what failed at which step and why, and 1', () => {
    const { code, out, err } = run(good, bad)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain(`${good}\n  ✓ Counts`)
    expect(out).toMatch(/✓ Waits {2}25 min of its clock/)
    expect(out).toMatch(
      /✗ Misses.*\n {6}step 2 +\{"press":"Conut"\}\n {6}expected +something to press called “Conut”\n {6}seen +none\. .*Did you mean “Count”\?/,
    )
    expect(out).toMatch(/\n1 failed, 3 passed {2}in [\d.]+ m?s\n$/)
  })

  it('only those with a name; all well is 0', () => {
    const { code, out } = run(good, bad, '--only', 'COUNT')
    expect(code).toBe(0)
    expect(out).not.toContain('Misses')
    expect(out).toMatch(/2 passed/)
  })

  it('a name that none has: which there are, and 2', () => {
    const { code, err } = run(bad, '--only', 'zzz')
    expect(code).toBe(2)
    expect(err).toMatch(/No test has "zzz" in its name\. There are:\n {2}Counts\n {2}Misses/)
  })

  it('as JSON', () => {
    const { code, out } = run(bad, none, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      {
        file: bad,
        tests: [
          { name: 'Counts', passed: true },
          { name: 'Misses', passed: false, failure: { step: { number: 2, written: { press: 'Conut' } } } },
        ],
      },
      { file: none, tests: [] },
    ])
  })

  it('one without tests is 0 and said, one with errors is 1 and the others run', () => {
    expect(run(none)).toEqual({ code: 0, out: `${none} has no tests.\n`, err: '' })
    const { code, out, err } = run(faulty, good)
    expect(code).toBe(1)
    expect(err).toContain('faulty.json:1:2')
    expect(out).toMatch(/2 passed, 1 file with errors/)
  })
})

it('[S50] a name cannot steer the terminal', () => {
  expect(formatVerdict({ name: 'a\u001b[2J', passed: true, virtualMs: 0, realMs: 1 }, plain)).toBe('  ✓ a·[2J\n')
})

it.each([
  [0.4, '0 ms'],
  [999, '999 ms'],
  [1250, '1.3 s'],
  [25 * 60_000, '25 min'],
  [90 * 60_000, '1.5 h'],
])('%s ms is %s', (ms, shown) => expect(shortTime(ms)).toBe(shown))

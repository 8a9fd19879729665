/** Each kind of step of a blueprint's own tests: what it does, and what its failure says. */
import { describe, expect, it } from 'vitest'
import { expectPass, failureOf, verdictOf } from './own-test-runs.tsx'

const counter = {
  state: { n: 0 },
  view: {
    type: 'Stack',
    children: [
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'n' } },
      { type: 'Button', label: 'Reset all', disabled: '${n == 0}', onPress: { do: 'reset', path: 'n' } },
      '${n} counted',
    ],
  },
}

const fields = {
  state: {
    name: 'Ann',
    day: { type: 'date?', init: null },
    amount: { type: 'number?', init: null },
    city: { type: 'text?', init: null },
    size: 'm',
    tea: false,
    loud: false,
    done: false,
  },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', label: 'Name', bind: 'name', onEnter: { do: 'set', path: 'done', value: true } },
      { type: 'NumberField', label: 'Amount', bind: 'amount' },
      { type: 'DateField', label: 'Day', bind: 'day' },
      { type: 'ComboBox', label: 'City', bind: 'city', options: ['Madrid', 'Berlin'], custom: true },
      { type: 'ComboBox', label: 'Capital', bind: 'city', options: ['Madrid', 'Berlin'] },
      { type: 'Select', label: 'Town', bind: 'city', options: ['Madrid', 'Berlin'] },
      { type: 'Segmented', label: 'Size', bind: 'size', options: ['s', 'm', 'l'] },
      { type: 'RadioGroup', label: 'Cup', bind: 'size', options: ['s', 'm', 'l'] },
      { type: 'Checkbox', label: 'Tea', bind: 'tea' },
      { type: 'Switch', label: 'Loud', bind: 'loud' },
    ],
  },
}

describe('[B70] press', () => {
  it('presses by the accessible name, whatever its case; a part of it is enough where it leaves no choice', async () => {
    await expectPass(counter, { steps: [{ press: 'count' }, { press: 'Count' }, { sees: '2 counted' }, { press: 'Reset' }, { sees: '0 counted' }] })
  })

  it('a name that is nowhere: which there are, and which was meant', async () => {
    const { expected, seen } = await failureOf(counter, { steps: [{ press: 'Conut' }] })
    expect(expected).toBe('something to press called “Conut”')
    expect(seen).toBe('none. There is “Count”, “Reset all”. Did you mean “Count”?')
  })

  it('a part of several names: which', async () => {
    const view = { type: 'Stack', children: ['Add a row', 'Add a column', 'Readd'].map(label => ({ type: 'Button', label, onPress: { do: 'stop' } })) }
    expect((await failureOf({ view }, { steps: [{ press: 'Add' }] })).seen).toBe(
      'several that only contain it: “Add a row”, “Add a column”. Write one in full.',
    )
  })

  it('another kind of thing that has the name: what it is', async () => {
    expect((await failureOf(fields, { steps: [{ press: 'Name' }] })).seen).toMatch(/“Name” is a field: "fill" text "into" it\.$/)
  })

  it('what is disabled is not pressed', async () => {
    expect(await failureOf(counter, { steps: [{ press: 'Reset all' }] })).toEqual({
      expected: '“Reset all” to be ready to be pressed',
      seen: 'it is disabled.',
    })
  })

  it('of rows with the same button the first', async () => {
    const view = { type: 'List', each: 'rows', children: [{ type: 'Button', label: 'Out', onPress: { do: 'remove', item: 'item' } }, '${item.id}'] }
    const state = { rows: { type: [{ id: 'text' }], init: [{ id: 'one' }, { id: 'two' }] } }
    await expectPass({ state, view }, { steps: [{ press: 'Out' }, { notSees: 'one' }, { sees: 'two' }] })
  })
})

describe('[B70] fill', () => {
  it('replaces what stood there; texts, numbers, dates; braces as they are', async () => {
    await expectPass(fields, {
      steps: [
        { fill: 'Bo {x} [y]', into: 'Name' },
        { expect: "name == 'Bo {x} [y]'" },
        { fill: '12.5', into: 'Amount' },
        { key: 'Tab' },
        { expect: 'amount == 12.5' },
        { fill: '2026-03-09', into: 'Day' },
        { expect: "day == '2026-03-09'" },
        { fill: '', into: 'Name' },
        { expect: "name == ''" },
      ],
    })
  })

  it('a field that is not there', async () => {
    expect(await failureOf(fields, { steps: [{ fill: 'x', into: 'Nam' }] })).toMatchObject({
      expected: 'a field called “Nam”',
      seen: expect.stringMatching(/^none\. There is “Name”, .* Did you mean “Name”\?$/),
    })
  })
})

describe('[B70] choose', () => {
  it.each(['Size', 'Cup'])('where all options are to be seen: %s', label =>
    expectPass(fields, { steps: [{ choose: 'l', in: label }, { expect: "size == 'l'" }] }),
  )
  it.each(['Town', 'Capital', 'City'])('from a list: %s', label =>
    expectPass(fields, { steps: [{ choose: 'Berlin', in: label }, { expect: "city == 'Berlin'" }] }),
  )

  it('where any text may be written, also what is in no list', () =>
    expectPass(fields, { steps: [{ choose: 'Rome', in: 'City' }, { expect: "city == 'Rome'" }] }))

  it.each(['Town', 'Capital'])('an option that is not there: which there are: %s', async label => {
    expect(await failureOf(fields, { steps: [{ choose: 'Rome', in: label }] })).toEqual({
      expected: `an option “Rome” in “${label}”`,
      seen: expect.stringContaining('“Madrid”, “Berlin”'),
    })
  })

  it('nothing of that name to choose in', async () => {
    expect((await failureOf(fields, { steps: [{ choose: 'l', in: 'Sise' }] })).seen).toMatch(/Did you mean “Size”\?/)
  })
})

describe('[B70] check and uncheck', () => {
  it('boxes and switches', () =>
    expectPass(fields, {
      steps: [{ check: 'Tea' }, { check: 'Loud' }, { expect: 'tea && loud' }, { uncheck: 'Tea' }, { uncheck: 'Loud' }, { expect: '!tea && !loud' }],
    }))

  it('what is so already fails, as it changes nothing', async () => {
    expect(await failureOf(fields, { steps: [{ uncheck: 'Tea' }] })).toEqual({ expected: '“Tea” to be checked before', seen: 'it is unchecked already.' })
  })
})

describe('[B70] key', () => {
  it('goes to the field that has the focus', () => expectPass(fields, { steps: [{ fill: 'Bo', into: 'Name' }, { key: 'Enter' }, { expect: 'done' }] }))

  it('else to the app’s shortcuts, let go of as well', async () => {
    const keys = { 'mod+j': { do: 'inc', path: 'n' }, ArrowLeft: { do: 'inc', path: 'n', by: 10 }, 'ArrowLeft:up': { do: 'inc', path: 'n', by: 100 } }
    await expectPass({ ...counter, keys }, { steps: [{ key: 'mod+j' }, { key: 'ArrowLeft' }, { key: 'ArrowLeft:up' }, { expect: 'n == 111' }] })
  })

  it('a shortcut without a modifier is not for who types', async () => {
    const keys = { x: { do: 'set', path: 'done', value: true } }
    await expectPass({ ...fields, keys }, { steps: [{ fill: 'a', into: 'Name' }, { key: 'x' }, { expect: "name == 'ax' && !done" }] })
  })

  it('a letter of a shortcut is not pressed twice by the button that has the focus', async () => {
    const keys = { Enter: { do: 'inc', path: 'n', by: 10 } }
    await expectPass({ ...counter, keys }, { steps: [{ press: 'Count' }, { key: 'Enter' }, { expect: 'n == 11' }] })
  })

  it('Escape closes a dialog', async () => {
    const view = {
      type: 'Stack',
      children: [
        { type: 'Button', label: 'More', onPress: { do: 'set', path: 'open', value: true } },
        { type: 'Dialog', title: 'Details', open: '${open}', onClose: { do: 'set', path: 'open', value: false }, children: ['Inside'] },
      ],
    }
    await expectPass({ state: { open: false }, view }, { steps: [{ press: 'More' }, { sees: 'Inside' }, { key: 'Escape' }, { notSees: 'Inside' }] })
  })

  it('undoes and redoes as in a window', async () => {
    const state = { n: { type: 'number', init: 0, history: true } }
    await expectPass(
      { ...counter, state },
      { steps: [{ press: 'Count' }, { key: 'mod+z' }, { sees: '0 counted' }, { key: 'mod+shift+z' }, { sees: '1 counted' }] },
    )
  })
})

describe('[B70] the clock', () => {
  it('starts on Monday, 5 January 2026, 09:00 UTC, and moves when it is told to', async () => {
    const view = { type: 'Stack', children: ["${format(now(), 'EEEE d MMM yyyy HH:mm')}", '${localZone()}', '${money(3)}'] }
    const verdict = await verdictOf(
      { view },
      {
        steps: [
          { sees: 'Monday 5 Jan 2026 09:00' },
          { sees: 'UTC' },
          { sees: '$3.00' },
          { wait: '25m' },
          { sees: '09:25' },
          { wait: 60_000 },
          { sees: '09:26' },
        ],
      },
    )
    expect(verdict.message ?? 'passed').toBe('passed')
    expect(verdict.virtualMs).toBe(26 * 60_000)
    expect(verdict.realMs).toBeLessThan(26 * 60_000)
  })

  it('timers run in it', async () => {
    const timers = { tick: { every: '1s', do: { do: 'inc', path: 'n' } } }
    await expectPass({ ...counter, timers }, { steps: [{ wait: '1m' }, { sees: '60 counted' }] })
  })

  it('chance is the same on each run', async () => {
    const sections = {
      state: { all: { type: ['number'], init: [] } },
      view: {
        type: 'Stack',
        children: [{ type: 'Button', label: 'Roll', onPress: { do: 'add', to: 'all', item: '${floor(random() * 1000)}' } }, '${join(all, " ")}'],
      },
    }
    const steps = [{ press: 'Roll' }, { press: 'Roll' }, { sees: 'no such number' }]
    const [one, other] = [await verdictOf(sections, { steps }), await verdictOf(sections, { steps })]
    expect(one.failure!.seen).toBe(other.failure!.seen)
    expect(one.failure!.seen).toMatch(/\d+ \d+/)
  })
})

describe('[B70] sees, notSees and expect', () => {
  it('text that is spread over lines, and what stands in fields', () => expectPass(fields, { steps: [{ sees: 'Ann' }, { sees: 'Name' }, { notSees: 'Bob' }] }))

  it('say what is on the screen instead', async () => {
    expect(await failureOf(counter, { steps: [{ press: 'Count' }, { sees: '2 counted' }] })).toEqual({
      expected: '“2 counted” to be seen',
      seen: '“Count Reset all 1 counted”',
    })
    expect(await failureOf(counter, { steps: [{ notSees: '0 counted' }] })).toEqual({
      expected: '“0 counted” not to be seen',
      seen: '“Count Reset all 0 counted”',
    })
  })

  it('an expectation says what it is instead, and the state', async () => {
    expect(await failureOf(counter, { steps: [{ press: 'Count' }, { expect: '${n == 2}' }] })).toEqual({
      expected: 'n == 2 to be true',
      seen: 'it is false. The state is {"n":1}',
    })
  })
})

describe('[B70] move', () => {
  const board = {
    state: { cards: { type: [{ id: 'text', title: 'text', status: 'text' }], init: [{ id: 'a', title: 'Paint', status: 'todo' }] } },
    view: {
      type: 'Board',
      as: 'card',
      items: '${cards}',
      groupBy: 'status',
      columns: [
        { value: 'todo', label: 'To do' },
        { value: 'done', label: 'Done' },
      ],
      children: [{ type: 'Text', text: '${card.title}' }],
      onMove: { do: 'update', in: 'cards', where: 'x => x.id == event.item.id', with: { status: '${event.to}' } },
    },
  }
  it('by the menu that the keyboard uses', () =>
    expectPass(board, { steps: [{ move: 'Paint', to: 'Move to Done' }, { expect: "first(cards).status == 'done'" }] }))
  it('to the column by its own name', () => expectPass(board, { steps: [{ move: 'Paint', to: 'Done' }, { expect: "first(cards).status == 'done'" }] }))

  it('with the keyboard alone', async () => {
    const right = { key: 'ArrowRight' }
    await expectPass(board, {
      steps: [{ key: 'Tab' }, right, right, { key: 'Enter' }, { sees: 'Move to Done' }, { key: 'Enter' }, { expect: "first(cards).status == 'done'" }],
    })
  })

  it('a drag that a test leaves open does not reach into the next', async () => {
    await expectPass(board, { steps: [{ key: 'Tab' }, { key: 'ArrowRight' }, { key: 'Enter' }] })
    await expectPass(counter, { steps: [{ press: 'Count' }, { sees: '1 counted' }] })
  })

  it('says what can be moved, and where to', async () => {
    expect((await failureOf(board, { steps: [{ move: 'Pain', to: 'Done' }] })).seen).toContain('“Paint”')
    expect(await failureOf(board, { steps: [{ move: 'Paint', to: 'Later' }] })).toEqual({
      expected: 'a place “Later” to move “Paint” to',
      seen: expect.stringContaining('Done'),
    })
  })
})

describe('[B70] reload and state', () => {
  const kept = { ...counter, state: { n: { type: 'number', init: 0, persist: true }, m: 0 }, capabilities: [{ use: 'storage', why: 'Keeps it.' }] }
  it('a reload keeps what is to be kept, and nothing else', () =>
    expectPass(kept, { state: { n: 4, m: 4 }, steps: [{ press: 'Count' }, { reload: true }, { expect: 'n == 5' }, { expect: 'm == 0' }] }))

  it('the state of a test is there when the app hears that it was launched, and is not undone by what it does then', async () => {
    const effects = {
      first: {
        on: 'launch',
        do: [
          { do: 'set', path: 'm', value: '${n + 1}' },
          { do: 'set', path: 'n', value: 0 },
        ],
      },
    }
    await expectPass({ ...kept, effects }, { state: { n: 3 }, steps: [{ expect: 'm == 4' }, { expect: 'n == 3' }] })
  })

  it('the state of a test stands instead of the first values', () =>
    expectPass(kept, { state: { n: 7, m: 8 }, steps: [{ sees: '7 counted' }, { expect: 'm == 8' }] }))
})

describe('[B70] what is said beside the view', () => {
  const list = {
    state: { rows: { type: [{ id: 'text' }], init: [{ id: 'one' }] }, sure: 'unasked' },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'List',
          each: 'rows',
          children: [
            'row ${item.id}',
            {
              type: 'Button',
              label: 'Delete',
              onPress: [
                { do: 'remove', item: 'item' },
                { do: 'toast', text: 'Deleted it', undo: true },
              ],
            },
          ],
        },
        {
          type: 'Button',
          label: 'Ask',
          onPress: [
            { do: 'confirm', text: 'Really?', yes: 'Do it', no: 'Leave it', out: 'ok' },
            { do: 'set', path: 'sure', value: "${ok ? 'yes' : 'no'}" },
          ],
        },
      ],
    },
  }
  it('a toast is seen, can be undone, and goes', () =>
    expectPass(list, {
      steps: [{ press: 'Delete' }, { sees: 'Deleted it' }, { notSees: 'row one' }, { press: 'Undo' }, { sees: 'row one' }, { notSees: 'Deleted it' }],
    }))
  it('a toast that nobody undoes is gone after a while', () => expectPass(list, { steps: [{ press: 'Delete' }, { wait: '10s' }, { notSees: 'Deleted it' }] }))

  it('a question is answered by its words', async () => {
    await expectPass(list, { steps: [{ press: 'Ask' }, { sees: 'Really?' }, { press: 'Leave it' }, { expect: "sure == 'no'" }] })
    await expectPass(list, { steps: [{ press: 'Ask' }, { press: 'Do it' }, { expect: "sure == 'yes'" }] })
  })
  it('and with yes where the test goes on', () => expectPass(list, { steps: [{ press: 'Ask' }, { expect: "sure == 'yes'" }] }))
  it('a step that fails after it says that it was, and what the answers are', async () => {
    const { seen } = await failureOf(list, { steps: [{ press: 'Ask' }, { press: 'Yes' }] })
    expect(seen).toMatch(/Really\? Do it Leave it” was open; this step is not about it, so it was answered with yes\.$/)
  })
})

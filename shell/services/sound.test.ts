import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

interface Note {
  readonly frequency: number
  loudness: number
  from: number
  to: number
}

let notes: Note[] = []
let active = true

/** Enough of Web Audio to write down what would be heard. */
class FakeContext {
  readonly currentTime = 10
  readonly destination = {}
  resume = async () => {}
}
class FakeOscillator {
  readonly note: Note
  constructor(_context: unknown, { frequency }: { frequency: number }) {
    this.note = { frequency, loudness: 0, from: 0, to: 0 }
    notes.push(this.note)
  }
  connect(node: FakeGain) {
    node.note = this.note
    return node
  }
  start(at: number) {
    this.note.from = at
  }
  stop(at: number) {
    this.note.to = at
  }
}
class FakeGain {
  note: Note | null = null
  readonly gain = {
    setValueAtTime: () => {},
    linearRampToValueAtTime: (value: number) => {
      const { note } = this
      queueMicrotask(() => {
        if (this.note ?? note) (this.note ?? note)!.loudness = value
      })
    },
    exponentialRampToValueAtTime: () => {},
  }
  connect() {
    return this
  }
}

beforeEach(() => {
  notes = []
  active = true
  vi.resetModules()
  vi.stubGlobal('AudioContext', FakeContext)
  vi.stubGlobal('OscillatorNode', FakeOscillator)
  vi.stubGlobal('GainNode', FakeGain)
  vi.stubGlobal('navigator', {
    get userActivation() {
      return { hasBeenActive: active }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

async function sounds(muted = false) {
  const { createSound } = await import('./sound.ts')
  const mute = signal(muted)
  let time = 0
  const pass = (ms: number) => {
    time += ms
  }
  return { sound: createSound(mute, () => time), mute, pass }
}

it('stays within bounds of pitch, length and loudness, whatever it is asked for', async () => {
  const { sound } = await sounds()
  sound.tone(1e9, 1e9, 1e9)
  sound.tone(-5, -5, -5)
  await Promise.resolve()
  expect(notes.map(({ frequency }) => frequency)).toEqual([20_000, 20])
  for (const { from, to, loudness } of notes) {
    expect(to - from).toBeLessThanOrEqual(10.1)
    expect(to - from).toBeGreaterThan(0)
    expect(loudness).toBeLessThanOrEqual(0.25)
    expect(loudness).toBeGreaterThanOrEqual(0)
  }
})

it('begins so many in a second, and then says so', async () => {
  const { sound, pass } = await sounds()
  for (let i = 0; i < 16; i++) sound.play('tick', 0.5)
  expect(() => sound.play('tick', 0.5)).toThrow(/at most 16 sounds a second/)
  expect(() => sound.tone(440, 100, 1)).toThrow(/at most 16 sounds a second/)
  pass(1000)
  sound.play('bell', 0.5)
  expect(notes).toHaveLength(18)
})

it('makes no sound while the desktop is muted, nor for names that are none', async () => {
  const { sound, mute } = await sounds(true)
  sound.play('bell', 1)
  sound.tone(440, 100, 1)
  expect(notes).toEqual([])
  mute.value = false
  for (const name of ['constructor', '__proto__', 'gong']) sound.play(name, 1)
  expect(notes).toEqual([])
  sound.play('bell', 1)
  expect(notes).toHaveLength(2)
})

it('is silent until somebody has pressed something, and does not catch up afterwards', async () => {
  active = false
  const { sound } = await sounds()
  sound.play('alarm', 1)
  expect(notes).toEqual([])
  active = true
  sound.play('tick', 1)
  expect(notes).toHaveLength(1)
})

it('says so where the browser cannot', async () => {
  vi.stubGlobal('AudioContext', undefined)
  const { sound } = await sounds()
  expect(() => sound.play('bell', 1)).toThrow(/cannot play sounds/)
})

import type { ReadonlySignal } from '@preact/signals-core'
import { ToolFailure } from '../../engine/ports.ts'
import type { ToolWorld } from '../../tools/ports.ts'
import { createRate } from './rate.ts'

/** How many sounds one app may begin within a second. */
const mostASecond = 16

let context: AudioContext | null = null

/**
 * What sounds through; null where the browser lets the page make no sound yet: nobody has pressed anything in it. What
 * is not heard then is not heard later either.
 */
function audio(): AudioContext | null {
  if (typeof AudioContext === 'undefined') throw new ToolFailure('unavailable', 'This browser cannot play sounds.')
  if (globalThis.navigator?.userActivation?.hasBeenActive === false) return null
  context ??= new AudioContext()
  void context.resume()
  return context
}

/** Each sound as notes: frequency in Hz, start and length in seconds. */
const named: ReadonlyMap<string, readonly (readonly [number, number, number])[]> = new Map([
  [
    'bell',
    [
      [880, 0, 1.1],
      [1320, 0.01, 0.8],
    ],
  ],
  [
    'success',
    [
      [660, 0, 0.16],
      [880, 0.13, 0.4],
    ],
  ],
  [
    'error',
    [
      [220, 0, 0.16],
      [174, 0.16, 0.3],
    ],
  ],
  ['tick', [[1400, 0, 0.04]]],
  [
    'alarm',
    [
      [880, 0, 0.18],
      [880, 0.28, 0.18],
      [880, 0.56, 0.18],
      [1175, 0.84, 0.5],
    ],
  ],
])

/**
 * The sounds of one app: within bounds of loudness, length and number, and none while the desktop is muted. Throws a
 * `ToolFailure` where the browser cannot, or where there are too many.
 */
export function createSound(muted: ReadonlySignal<boolean>, now: () => number): ToolWorld['sound'] {
  const rate = createRate(mostASecond, 1000, now)
  const sounding = (): AudioContext | null => {
    if (!rate.take()) throw new ToolFailure('too-often', `An app begins at most ${mostASecond} sounds a second. Wait a moment between them.`)
    return muted.peek() ? null : audio()
  }
  return {
    /** A name that is not known is silence. */
    play(name, volume) {
      const output = sounding()
      if (output) for (const [frequency, at, length] of named.get(name) ?? []) note(output, frequency, at, length, volume)
    },
    tone(frequency, ms, volume) {
      const output = sounding()
      if (output) note(output, Math.min(20_000, Math.max(20, frequency)), 0, Math.min(10_000, Math.max(1, ms)) / 1000, volume)
    },
  }
}

/** `volume` from 0 to 1; the loudest is a quarter of what the device could. */
function note(output: AudioContext, frequency: number, after: number, seconds: number, volume: number): void {
  const start = output.currentTime + after
  const loudness = Math.min(1, Math.max(0, volume)) * 0.25
  const oscillator = new OscillatorNode(output, { frequency, type: 'sine' })
  const gain = new GainNode(output, { gain: 0 })
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + 0.008)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds)
  oscillator.connect(gain).connect(output.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds + 0.02)
}

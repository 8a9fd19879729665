import { ToolFailure } from '../../engine/ports.ts'

let context: AudioContext | null = null

/** The browser lets a page sound only after a first press; until then the context waits. */
function audio(): AudioContext {
  if (typeof AudioContext === 'undefined') throw new ToolFailure('unavailable', 'This browser cannot play sounds.')
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

/** `volume` from 0 to 1. A name that is not known is silence. */
export function playNamed(name: string, volume: number): void {
  for (const [frequency, at, length] of named.get(name) ?? []) note(frequency, at, length, volume)
}

export function playTone(frequency: number, ms: number, volume: number): void {
  note(Math.min(20_000, Math.max(20, frequency)), 0, Math.min(10_000, Math.max(1, ms)) / 1000, volume)
}

function note(frequency: number, after: number, seconds: number, volume: number): void {
  const output = audio()
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

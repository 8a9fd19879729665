/** Two notes of a bell, as an uncompressed sound, so that a story has one without a file. */
export const chime = sound(0.6, 8000, time => {
  const note = time < 0.25 ? 880 : 660
  return Math.sin(2 * Math.PI * note * time) * Math.exp(-6 * (time % 0.25))
})

/** One channel of eight bits as a `data:` address; `value` gives what is heard at a time in seconds, from -1 to 1. */
function sound(seconds: number, rate: number, value: (time: number) => number): string {
  const count = Math.floor(seconds * rate)
  const bytes = new Uint8Array(44 + count)
  const view = new DataView(bytes.buffer)
  const text = (at: number, words: string) =>
    bytes.set(
      [...words].map(letter => letter.charCodeAt(0)),
      at,
    )
  text(0, 'RIFF')
  view.setUint32(4, 36 + count, true)
  text(8, 'WAVEfmt ')
  for (const [at, number] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, count],
  ] as const)
    view.setUint32(at, number, true)
  for (const [at, number] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, number, true)
  text(36, 'data')
  for (let index = 0; index < count; index++) bytes[44 + index] = Math.round(128 + 100 * value(index / rate))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `data:audio/wav;base64,${btoa(binary)}`
}

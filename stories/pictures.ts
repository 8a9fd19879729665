/** A small landscape at dusk, so that a story has a photograph without a file. */
export const dusk = bitmap(72, 48, (x, y) => {
  const far = 27 + Math.sin(x / 7) * 4 + Math.sin(x / 3) * 1.5
  const near = 35 + Math.sin(x / 11 + 2) * 5
  if (y > near) return [26, 36, 52]
  if (y > far) return [58, 66, 98]
  const light = Math.max(0, 1 - Math.hypot(x - 50, y - 27) / 42)
  return [84 + 164 * light, 98 + 92 * light, 150 + 20 * light]
})

/** An uncompressed 24-bit picture as a `data:` address. */
function bitmap(width: number, height: number, colour: (x: number, y: number) => readonly [red: number, green: number, blue: number]): string {
  const stride = Math.ceil((width * 3) / 4) * 4
  const bytes = new Uint8Array(54 + stride * height)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  for (const [at, value] of [
    [2, bytes.length],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [34, stride * height],
  ] as const)
    view.setUint32(at, value, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = colour(x, y)
      bytes.set([blue, green, red], 54 + (height - 1 - y) * stride + x * 3)
    }
  return `data:image/bmp;base64,${btoa(String.fromCharCode(...bytes))}`
}

import type { Page } from 'playwright'

export interface Comparison {
  /** Pixels that differ by more than what two builds of a browser draw differently; all of them where the sizes differ. */
  readonly different: number
  /** The second picture, pale, with those pixels in red. */
  readonly picture: Buffer
}

/**
 * Compares two PNGs in the browser's own canvas. A pixel counts as the same if somewhere within one pixel of it the
 * other picture has nearly its colour, and the other way round: so edges may be smoothed and letters be placed by
 * another rasteriser, but nothing may move by two pixels, appear or change its colour.
 */
export async function comparePictures(page: Page, expected: Buffer, actual: Buffer): Promise<Comparison> {
  const { different, picture } = await page.evaluate(
    async ([one, other]) => {
      const read = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), { colorSpaceConversion: 'none' })
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
        context.drawImage(bitmap, 0, 0)
        return context.getImageData(0, 0, bitmap.width, bitmap.height)
      }
      const a = await read(one!)
      const b = await read(other!)
      const { width, height } = b
      const sameSize = a.width === width && a.height === height
      // Well above what rounding does, and below the faintest hairline.
      const near = (left: ImageData, at: number, right: ImageData, to: number): boolean => {
        for (let channel = 0; channel < 3; channel++) if (Math.abs(left.data[at + channel]! - right.data[to + channel]!) > 14) return false
        return true
      }
      const hasNear = (left: ImageData, right: ImageData, x: number, y: number): boolean => {
        const at = (y * width + x) * 4
        if (near(left, at, right, at)) return true
        for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
          for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) if (near(left, at, right, (j * width + i) * 4)) return true
        return false
      }
      const shown = new ImageData(width, height)
      let count = 0
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4
          const same = sameSize && hasNear(a, b, x, y) && hasNear(b, a, x, y)
          if (!same) count++
          for (let channel = 0; channel < 3; channel++) shown.data[at + channel] = same ? 200 + b.data[at + channel]! * 0.2 : channel === 0 ? 220 : 0
          shown.data[at + 3] = 255
        }
      }
      const canvas = new OffscreenCanvas(width, height)
      canvas.getContext('2d')!.putImageData(shown, 0, 0)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return { different: count, picture: btoa(text) }
    },
    [expected.toString('base64'), actual.toString('base64')],
  )
  return { different, picture: Buffer.from(picture, 'base64') }
}

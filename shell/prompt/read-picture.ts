import type { Picture } from '../../schema/protocol/generate.ts'
import { PageFailure } from '../services/page-failure.ts'

/** Models look at no more than this of a picture's longer side, px. */
const LONGEST = 1568

/**
 * A picture as a model is shown it: no larger than it looks at, and with nothing of the file but what is seen.
 * Rejects with a `PageFailure` where the browser cannot read it.
 */
export async function readPicture(file: File): Promise<Picture> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch (cause) {
    throw new PageFailure('not-a-picture', `“${file.name.slice(0, 80)}” is no picture that this browser can read. PNG, JPEG, WebP and GIF are.`, { cause })
  }
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  // Letters and lines stay sharp in PNG; a photo would be too long in it.
  const sharp = await canvas.convertToBlob({ type: 'image/png' })
  const blob = sharp.size <= 1_000_000 ? sharp : await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
  return { type: blob === sharp ? 'image/png' : 'image/jpeg', base64: await base64Of(blob) }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

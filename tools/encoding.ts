import { ToolFailure } from '../engine/ports.ts'
import { type Tool, textOf } from './tool.ts'

export const hashSha256: Tool = async args => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(textOf(args.text)))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Of the text's UTF-8 bytes (RFC 4648). */
export const base64Encode: Tool = args => btoa(Array.from(new TextEncoder().encode(textOf(args.text)), byte => String.fromCharCode(byte)).join(''))

export const base64Decode: Tool = args => {
  try {
    const bytes = Uint8Array.from(atob(textOf(args.text).replace(/-/g, '+').replace(/_/g, '/')), character => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ToolFailure('bad-base64', 'This is no Base64 of a text.', { cause: error })
  }
}

import type { JsonObject } from '../../schema/json/json.ts'
import type { AttachmentRecord, AttachmentStore } from '../field/attachment-context.ts'
import { type Say, sayInEnglish } from '../words/say.ts'

/** Text of a chosen file is handed on up to this many bytes. */
const textLimit = 256 * 1024

const textTypes = /^text\/|^application\/(?:json|xml|x-ndjson|csv)|\+(?:json|xml)$/
const textNames = /\.(?:txt|csv|tsv|json|md|xml|yaml|yml|log|ics|vcf)$/i

export interface KeptFile {
  readonly record: AttachmentRecord
  /** What an event tells of it: its record, and its text where it is a small text file. */
  readonly told: JsonObject
}

/** Stores files one after the other. One that cannot be kept does not hold up the others; `failed` says why. */
export async function keepFiles(
  files: readonly File[],
  store: AttachmentStore,
  say: Say = sayInEnglish,
): Promise<{ kept: readonly KeptFile[]; failed: readonly string[] }> {
  const kept: KeptFile[] = []
  const failed: string[] = []
  for (const file of files) {
    try {
      const { ref, name, type, size } = await store.put(file)
      kept.push({ record: { ref, name, type, size }, told: { ref, name, type, size, ...(isText(file) ? { text: await file.text() } : {}) } })
    } catch (error) {
      failed.push(error instanceof Error && error.message !== '' ? error.message : say('{name} could not be kept. Try again.', { name: file.name }))
    }
  }
  return { kept, failed }
}

function isText(file: File): boolean {
  return file.size <= textLimit && (textTypes.test(file.type) || textNames.test(file.name))
}

/** The attachments that a state holds at one place: a record, a list of them, or nothing. */
export function readAttachments(value: unknown, say: Say = sayInEnglish): readonly AttachmentRecord[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap(item => {
    if (typeof item !== 'object' || item === null) return []
    const own = (name: string): unknown => (Object.hasOwn(item, name) ? (item as Readonly<Record<string, unknown>>)[name] : undefined)
    const [ref, name, type, size] = [own('ref'), own('name'), own('type'), own('size')]
    if (typeof ref !== 'string') return []
    return [{ ref, name: typeof name === 'string' ? name : say('File'), type: typeof type === 'string' ? type : '', size: typeof size === 'number' ? size : 0 }]
  })
}

/** Whether `accept` (`image/*`, `text/csv`, `.json`; empty takes all) takes a file. A dialog can be told; a drop must be asked. */
export function accepts(accept: readonly string[], file: { readonly name: string; readonly type: string }): boolean {
  if (accept.length === 0) return true
  const name = file.name.toLowerCase()
  const type = file.type.toLowerCase()
  return accept.some(entry => {
    const wanted = entry.trim().toLowerCase()
    if (wanted.startsWith('.')) return name.endsWith(wanted)
    if (wanted.endsWith('/*')) return type.startsWith(wanted.slice(0, -1))
    return wanted === '*' || type === wanted
  })
}

/** 12 KB, 3.4 MB. */
export function sizeText(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}

/** Links, sources and colours as they are written: what can be told of them before anything runs. */
import type { SlotSpec } from '../catalog.ts'
import { parseText } from '../formula/text.ts'
import { frameAddressWords, readFrameAddress } from '../frame-address.ts'
import type { Path } from '../json/json.ts'
import { listed, shown } from './kinds.ts'
import { changeTo, orElse } from './repairs.ts'
import type { Walk } from './walk.ts'

const linkSchemes = ['https:', 'http:', 'mailto:', 'tel:']
const tones = ['neutral', 'info', 'good', 'warn', 'bad', 'accent']
const palette = 'red orange amber yellow lime green teal cyan blue indigo violet purple pink rose brown slate gray'.split(' ')

/** The colour names of the palette, beside tones and #rrggbb. */
export const paletteNames: readonly string[] = palette

/** `computed`: the text holds formulas, so that only its constant beginning can be looked at. */
export function checkAddress(walk: Walk, text: string, format: NonNullable<SlotSpec['format']>, at: Path, computed: boolean): void {
  const [first] = parseText(text).parts
  const beginning = typeof first === 'string' ? first : ''
  // Tab, line feed and the like inside a scheme are skipped by browsers, so they are skipped here.
  const scheme = /^[a-z][a-z0-9+.-]*:/i
    .exec(
      Array.from(beginning)
        .filter(character => character > ' ')
        .join(''),
    )?.[0]
    .toLowerCase()
  if (format === 'page') {
    const reading = readFrameAddress(text)
    if (!reading.ok) walk.report.error('unsafe-address', at, `${frameAddressWords[reading.why]} This is ${shown(text)}.`)
  } else if (format === 'href') {
    if (scheme !== undefined && !linkSchemes.includes(scheme))
      walk.report.error('unsafe-address', at, `A link goes to https, mailto or tel; ${scheme} is refused.`)
    else if (!computed && scheme === undefined && !text.startsWith('#'))
      walk.report.error('unsafe-address', at, `A link is a whole address, as in https://example.com; this is ${shown(text)}.`)
    else if (!computed && !URL.canParse(text, 'https://here.example/')) walk.report.error('unsafe-address', at, `This is no valid address: ${shown(text)}.`)
  } else if (format === 'src') {
    const data = /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|(?:audio|video)\/[\w.+-]+);/i.test(beginning)
    if (scheme !== undefined && scheme !== 'https:' && !data)
      walk.report.error('unsafe-address', at, `A picture or sound comes from https or from an attachment; ${scheme} is refused.`)
    else if (scheme === 'https:' || (computed && scheme === undefined)) walk.facts.sources.push({ value: text, at })
    else if (scheme === undefined)
      walk.report.error('unsafe-address', at, `A picture or sound is a whole https address or an attachment from the state; this is ${shown(text)}.`)
  } else if (format === 'color' && !computed) checkColor(walk, text, at)
}

function checkColor(walk: Walk, text: string, at: Path): void {
  if (/^#[0-9a-f]{6}$/i.test(text)) return
  const names = [...tones, ...palette]
  if (names.includes(text)) return
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const meant = short
    ? `#${short
        .slice(1)
        .map(digit => digit + digit)
        .join('')}`
    : undefined
  const near = meant === undefined ? walk.report.advice?.nearest(text, names) : { name: meant, sure: true }
  walk.report.error(
    'wrong-value',
    at,
    `${shown(text)} is no colour${orElse(near, `. A colour is a tone, a palette name (${listed(palette)}) or #rrggbb.`)}`,
    changeTo(at, near),
  )
}

const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What an app wrote for an icon: a name as lucide writes it, one emoji, or neither. */
export type IconName = { readonly kind: 'lucide'; readonly name: string } | { readonly kind: 'emoji'; readonly text: string } | { readonly kind: 'none' }

/** Also takes `ArrowUp`, `arrow_up` and `lucide:arrow-up`; of several emoji the first. Never throws. */
export function readIconName(value: unknown): IconName {
  if (typeof value !== 'string') return { kind: 'none' }
  const text = value.trim()
  if (pictograph.test(text.slice(0, 32))) {
    const first = graphemes.segment(text.slice(0, 32))[Symbol.iterator]().next().value?.segment
    return first && pictograph.test(first) ? { kind: 'emoji', text: first } : { kind: 'none' }
  }
  const name = text
    .replace(/^lucide[:-]/, '')
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
  return /^[a-z][a-z0-9-]{0,48}$/.test(name) ? { kind: 'lucide', name } : { kind: 'none' }
}

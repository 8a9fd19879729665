import { use, useEffect, useState } from 'react'
import { AttachmentContext } from './field/attachment-context.ts'
import { safeSrc } from './safe-url.ts'

export type Source = { readonly state: 'ready'; readonly url: string } | { readonly state: 'loading' | 'none' | 'missing' | 'refused'; readonly url: null }

/**
 * What an image may show for a computed `src`: an address of this page's own, or an attachment's, which is asked
 * for and comes later. Everything else is refused (`safeSrc`; `safeMedia` where it is a film or a sound).
 */
export function useSource(src: unknown, safe: (text: unknown) => string | null = safeSrc): Source {
  const store = use(AttachmentContext)
  const ref = refOf(src)
  const [asked, setAsked] = useState<{ readonly ref: string; readonly found: boolean } | null>(null)
  const url = ref !== null && store ? safe(store.url(ref)) : null

  useEffect(() => {
    if (ref === null || url !== null || !store) return
    let current = true
    const settle = (found: boolean) => () => {
      if (current) setAsked({ ref, found })
    }
    // A failure to load is shown where the picture would stand.
    Promise.resolve(store.load?.(ref)).then(settle(true), settle(false))
    return () => {
      current = false
    }
  }, [ref, url, store])

  if (ref !== null) {
    if (url !== null) return { state: 'ready', url }
    return { state: store && asked?.ref !== ref ? 'loading' : 'missing', url: null }
  }
  if (src === null || src === undefined || src === '') return { state: 'none', url: null }
  const own = safe(src)
  return own === null ? { state: 'refused', url: null } : { state: 'ready', url: own }
}

function refOf(src: unknown): string | null {
  if (typeof src !== 'object' || src === null || !Object.hasOwn(src, 'ref')) return null
  const { ref } = src as { readonly ref: unknown }
  return typeof ref === 'string' && ref !== '' ? ref : null
}

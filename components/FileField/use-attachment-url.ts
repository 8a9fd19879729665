import { useContext, useEffect, useState } from 'react'
import { AttachmentContext } from '../field/attachment-context.ts'
import { safeSrc } from '../safe-url.ts'

/** The address of an attached image, once it has been loaded; null where there is none to show. */
export function useAttachmentUrl(ref: string, wanted: boolean): string | null {
  const store = useContext(AttachmentContext)
  const [, setLoaded] = useState('')
  const url = wanted && store ? store.url(ref) : null
  useEffect(() => {
    if (!wanted || url !== null || !store?.load) return
    let here = true
    store.load(ref).then(
      () => here && setLoaded(ref),
      () => here && setLoaded(''),
    )
    return () => {
      here = false
    }
  }, [store, ref, wanted, url])
  return url === null ? null : safeSrc(url)
}

import { lazy, type ReactNode, Suspense } from 'react'
import type { IllustrationName } from './illustration-names.ts'
import './illustration.css'

const Drawing = lazy(async () => {
  const { drawings } = await import('./drawings.tsx')
  return { default: ({ name }: { readonly name: IllustrationName }): ReactNode => drawings[name]() }
})

/** One of our line drawings, in the ink and accent of where it stands; decoration, so that nothing reads it out. Its box has its size from the start. */
export function Illustration({ name }: { readonly name: IllustrationName }): ReactNode {
  return (
    <svg className="cy-illustration" viewBox="0 0 240 180" aria-hidden="true" data-illustration={name}>
      <Suspense fallback={null}>
        <Drawing name={name} />
      </Suspense>
    </svg>
  )
}

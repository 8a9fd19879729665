import type { ReactNode } from 'react'
import { modelWords, useModel } from './use-model.ts'

/** Who reads what an app hands to a model: the sheet names them (S58). */
export function WhoIsAsked(): ReactNode {
  const status = useModel()
  if (!status) return null
  const asked = modelWords(status)
  return <span>{asked === null ? 'No model is set up yet; until then it gets no answers.' : `At the moment that is ${asked}.`}</span>
}

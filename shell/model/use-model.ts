import { useEffect } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { LlmStatus } from '../../schema/protocol/llm.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { questionsOf } from './questions.ts'

/** Whom apps ask, and what they spent, looked at anew; null until it is known. */
export function useModel(): LlmStatus | null {
  const questions = questionsOf(useDesk().services.gateway)
  useEffect(() => void questions.refresh(), [questions])
  return useSignalValue(questions.status)
}

/** The model's name and its provider's, as a person reads it (S58); null where none is set up, or nothing is known yet. */
export function modelWords(status: LlmStatus | null): string | null {
  return status?.model && status.provider ? `${status.model} (${status.provider})` : null
}

import type { Failure } from '../../schema/issue.ts'

/** A failing world, thrown where the caller has to stop. */
export class PageFailure extends Error implements Failure {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PageFailure'
    this.code = code
  }
}

/** Whatever was thrown, as what happened in plain words. */
export function toFailure(cause: unknown): Failure {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return { code: cause.code, message: cause.message }
  return { code: 'unexpected', message: `Something went wrong that the desktop did not expect: ${cause instanceof Error ? cause.message : String(cause)}` }
}

export function isFailure(value: unknown): value is Failure {
  return (
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'message' in value && typeof value.message === 'string'
  )
}

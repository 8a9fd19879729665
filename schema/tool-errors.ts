/** Codes that the broker gives for many tools; those of one tool alone stand in its schema, as `x-errors`. */
import type { ToolSpec } from './catalog.ts'

interface SharedError {
  readonly code: string
  /** What to do. */
  readonly words: string
  readonly of: (spec: ToolSpec) => boolean
}

const everywhere = ({ engine }: ToolSpec): boolean => engine !== true

export const sharedErrors: readonly SharedError[] = [
  { code: 'bad-arguments', words: 'Give the arguments that it takes.', of: everywhere },
  { code: 'too-large', words: 'Hand over less.', of: everywhere },
  {
    code: 'not-picked',
    words: 'The person writes the address of that server in the app’s details.',
    of: ({ capability }) => capability?.scope?.kind === 'origin',
  },
  { code: 'bad-address', words: 'Give a complete web address that names no user.', of: ({ capability }) => capability?.scope?.kind === 'origin' },
  { code: 'needs-press', words: 'Call it from a press or a key.', of: ({ gesture }) => gesture === true },
  { code: 'denied', words: 'Allow it in the app’s details.', of: ({ capability }) => capability !== undefined },
  { code: 'stopped', words: 'The app was closed while it waited.', of: spec => everywhere(spec) && spec.cost !== 'instant' },
  {
    code: 'bad-result',
    words: 'What came back was not what the tool gives; try again.',
    of: spec => everywhere(spec) && (spec.cost !== 'instant' || spec.capability !== undefined),
  },
]

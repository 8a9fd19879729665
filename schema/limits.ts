import table from './limits.json' with { type: 'json' }

/**
 * The language's limits (section 9 of its description), from one table of plain data that the
 * checker, the engine, the prompt and the docs read.
 *
 * Characters are UTF-16 units, as `String.length` counts them; bytes are UTF-8 where it is text.
 */
export interface Limits {
  /** The text of one document. */
  readonly documentCharacters: number
  /** What a share link may inflate to. */
  readonly linkBytes: number
  /** The longest URL that a QR code holds. */
  readonly qrBytes: number
  readonly jsonDepth: number
  /** Components inside components, after parts are expanded. */
  readonly componentDepth: number
  readonly documentNodes: number
  /** Drawn at once; lists beyond are virtualised. */
  readonly drawnNodes: number
  /** Rows of one repeat, elements of one list. */
  readonly listElements: number
  /** Keys of one record in the document. */
  readonly recordKeys: number
  readonly authorTextCharacters: number
  readonly formulaCharacters: number
  readonly formulaDepth: number
  readonly lambdaDepth: number
  /** Lambda calls in one evaluation. */
  readonly lambdaCalls: number
  /** Text made in one evaluation. */
  readonly evaluationCharacters: number
  readonly stepsPerEvent: number
  readonly effectCascade: number
  readonly timers: number
  readonly shortestTimerMilliseconds: number
  readonly stateBytes: number
  /** Beyond this, more attachments are asked for. */
  readonly attachmentBytes: number
  /** One file of the workspace. */
  readonly fileBytes: number
  /** All files of the workspace in the browser; what apps add to a connected folder. */
  readonly folderBytes: number
  /** Arguments of a call that leaves the page. */
  readonly callArgumentBytes: number
  readonly httpBodyBytes: number
  readonly httpRedirects: number
}

export const LIMITS: Limits = Object.freeze({ ...table })

/** A command cannot be carried out, for a reason that the person at the terminal can mend. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
  }
}

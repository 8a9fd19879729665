/** Where a call carries a key: as `authorization: Bearer …`, in a header, or among the parameters of the address. */
export type SecretPlace = 'bearer' | 'header' | 'query'

/** What may be known of a key that the gateway keeps: all but its value. */
export interface SecretInfo {
  /** By which apps ask for it. */
  readonly name: string
  /** The one server that it is sent to. */
  readonly origin: string
  readonly place: SecretPlace
  /** Name of the header or of the parameter. */
  readonly field: string
  /** When it was given; milliseconds since 1970. */
  readonly at: number
}

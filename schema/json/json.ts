/** Plain JSON: the only data that the language, its state and its tools know. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/** A place in a JSON value, root first: record keys and list indexes. */
export type Path = readonly (string | number)[]

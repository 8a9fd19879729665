/**
 * An address whose server the person picks, and not the app: `?server/items` begins with the name that the app gives that
 * server. What stands behind the name is known to the desktop alone until the call is made (B67).
 */
const NAME = /^\?([a-z][a-zA-Z0-9]{0,31})(?=\/|$)/

/** The name that an address begins with; null where it begins with none, or where something could continue it. */
export const pickedOrigin = (address: string): string | null => NAME.exec(address)?.[1] ?? null

/**
 * What a person wrote as the address of a server, as its origin: `example.com`, `https://example.com/api`. Null where it
 * is none: another scheme, a name and password, a path that leads elsewhere is dropped.
 */
export function readTypedOrigin(text: string): string | null {
  const written = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`
  if (written === '' || /[\s\\]/.test(written) || !URL.canParse(address)) return null
  const { protocol, username, password, hostname, origin } = new URL(address)
  const web = protocol === 'https:' || protocol === 'http:'
  return web && username === '' && password === '' && hostname.includes('.') ? origin : null
}

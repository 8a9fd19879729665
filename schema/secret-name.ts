/** The name by which a blueprint asks for a key that the person keeps with the gateway. */
export function isSecretName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(name)
}

export const secretNameWords = 'a name of lower-case letters, digits and hyphens, as in "weather"'

/** Text from a prompt as it stands in a document: never anything that computes. */

/** For a plain slot (B20): `${` is written out. */
export function literal(text: string): string {
  return text.replaceAll('${', '$${')
}

/** For a formula: a quoted text. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/[\n\r]/g, ' ')}'`
}

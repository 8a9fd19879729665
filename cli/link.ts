import { encodeLink } from '../schema/index.ts'
import { LIMITS } from '../schema/limits.ts'
import { type Command, readArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { loadDocument } from './load-document.ts'
import { readText } from './read-text.ts'

/** `link FILE|- [--base URL]`: a link that carries the app (B91), for the desktop at that address; 1 for an app with errors. */
export const link: Command = async (args, terminal) => {
  const { file, options } = readArguments('cyanotype link FILE|- [--base URL]', args, { '--base': 'value' })
  const base = readBase(options.get('--base') ?? `http://localhost:${terminal.environment.PORT ?? 4600}/`)
  const document = loadDocument(await readText(file, terminal), file, terminal, 'valid')
  if (document === null) return 1
  const { fragment, bytes, fitsQr } = await encodeLink(document, base)
  terminal.out(`${base}${fragment}\n`)
  if (!fitsQr) terminal.err(`At ${bytes} bytes this link is too long for a QR code, which holds ${LIMITS.qrBytes}.\n`)
  return 0
}

function readBase(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw new CommandError(`${JSON.stringify(text)} is no address: write one like https://apps.example/.`)
  url.hash = ''
  return url.href
}

import { hashBlueprint } from '../schema/index.ts'
import { type Command, readArguments } from './command.ts'
import { loadDocument } from './load-document.ts'
import { readText } from './read-text.ts'

/** `hash FILE|-`: the hash by which this desktop knows the app (B90); 1 where it is no document. */
export const hash: Command = async (args, terminal) => {
  const { file } = readArguments('cyanotype hash FILE|-', args)
  const document = loadDocument(await readText(file, terminal), file, terminal, 'readable')
  if (document === null) return 1
  terminal.out(`${await hashBlueprint(document)}\n`)
  return 0
}

/**
 * Tools and capabilities of the catalogue that may be missing in this version: of one that is not in the registry the
 * checker says that it is not there yet, instead of guessing at a spelling.
 */
import { tools } from './generated/catalog.ts'

const plannedTools: ReadonlySet<string> = new Set(
  `geo.here speech.listen clipboard.history fs.list fs.read fs.write fs.append fs.remove fs.move fs.copy fs.mkdir fs.stat fs.search
  fs.watch text.diff app.open app.list app.close app.focus app.install app.send llm.ask share.link share.qr`.split(/\s+/),
)
const plannedFamilies = ['math.', 'system.']

/** Capabilities of the catalogue that no tool of this version asks for. */
const plannedCapabilities: ReadonlySet<string> = new Set(
  'location microphone clipboard.history fs apps apps.list apps.manage intent llm system share'.split(' '),
)

export function isPlannedTool(name: string): boolean {
  return !tools.has(name) && (plannedTools.has(name) || plannedFamilies.some(family => name.startsWith(family)))
}

/** `name` is a capability without its scope: `net`, not `net:https://a.example`. */
export function isPlannedCapability(name: string): boolean {
  return plannedCapabilities.has(name) || name.startsWith('system.')
}

/**
 * Names of the catalogue that may be missing in this version: of one that is not in the registry the
 * checker says that it is not there yet, instead of guessing at a spelling.
 */
import { components, tools } from './generated/catalog.ts'

const plannedComponents: ReadonlySet<string> = new Set(
  `Hero Video Audio QrCode AppShortcut MarkdownEditor CodeEditor Gantt Graph Sheet Sketch Frame
  CrudPage MasterDetail BoardPage DashboardPage WizardForm SettingsForm QuizPage TrackerPage GamePage`.split(/\s+/),
)

const plannedTools: ReadonlySet<string> = new Set(
  `geo.here speech.say speech.listen clipboard.history fs.list fs.read fs.write fs.append fs.remove fs.move fs.copy fs.mkdir fs.stat fs.search
  fs.watch text.diff app.open app.list app.close app.focus app.install app.send llm.ask share.link share.qr print`.split(/\s+/),
)
const plannedFamilies = ['math.', 'system.']

/** Capabilities of the catalogue that no tool of this version asks for. */
const plannedCapabilities: ReadonlySet<string> = new Set(
  'location speech microphone clipboard.history fs apps apps.list apps.manage intent llm system share frame'.split(' '),
)

export function isPlannedComponent(name: string): boolean {
  return plannedComponents.has(name) && !components.has(name)
}

export function isPlannedTool(name: string): boolean {
  return !tools.has(name) && (plannedTools.has(name) || plannedFamilies.some(family => name.startsWith(family)))
}

/** `name` is a capability without its scope: `net`, not `net:https://a.example`. */
export function isPlannedCapability(name: string): boolean {
  return plannedCapabilities.has(name) || name.startsWith('system.')
}

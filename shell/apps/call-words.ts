import type { JsonObject } from '../../schema/json/json.ts'
import { appNameForPeople } from '../desktop/app-name.ts'

/** One call of a sensitive tool, with its frozen arguments. */
export interface SensitiveCall {
  readonly tool: string
  readonly args: JsonObject
}

/** What exactly is about to be done, where the capability does not say it; `nameOf` is the name of an installed app. */
export function callWords({ tool, args }: SensitiveCall, nameOf: (instance: string) => string | null): string | null {
  const named = (value: unknown) => `“${appNameForPeople(typeof value === 'string' ? value : null)}”`
  switch (tool) {
    case 'app.close':
      return `Close ${named(args.app)}. What was entered in it is kept.`
    case 'app.focus':
      return `Bring ${named(args.app)} to the front.`
    case 'app.install':
      return args.document === undefined
        ? `Add ${named(args.app)}, which comes with Cyanotype.`
        : `Show a new app, ${named((args.document as { readonly app?: { readonly name?: unknown } }).app?.name)}. It does nothing until you allow it.`
    case 'system.kill':
      return `Stop ${named(nameOf(String(args.id)) ?? args.id)}. What was entered in it is kept.`
    case 'system.look':
      return args.mode === 'auto' ? 'Let the desktop look as your device does.' : `Make the desktop ${String(args.mode)}.`
    default:
      return null
  }
}

/** Which labels (S28) what a tool gives has, and where what it is given goes. */
import { pickedName } from '../schema/capability-name.ts'
import type { ToolSpec } from '../schema/catalog.ts'
import { flowCapability } from '../schema/flow.ts'
import { tools } from '../schema/generated/catalog.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { scopedCapability } from './scoped-capability.ts'

export type ChoiceFor = (capability: string) => string | null

/** Capabilities whose tools bring in what somebody else made, and the label of that where it is not the capability itself. */
const SOURCES: ReadonlyMap<string, string | null> = new Map([
  ['net', null],
  ['fs', null],
  ['llm', null],
  ['location', null],
  ['microphone', null],
  ['files', 'file'],
  ['clipboard.read', 'clipboard'],
  ['clipboard.history', 'clipboard'],
  ['apps.list', 'system'],
])

/** The labels of what this call gives, beside those of its arguments. A call that the broker refuses gives nothing. */
export function originsOf(tool: string, args: JsonObject, choiceFor: ChoiceFor = () => null): readonly string[] {
  const spec = tools.get(tool)
  const name = spec?.capability?.name
  if (!spec || name === undefined || spec.result === 'null') return []
  if (name.startsWith('system.')) return ['system']
  const label = SOURCES.get(name)
  if (label === undefined) return []
  try {
    return [label ?? placeOf(scopedCapability(spec, args), choiceFor)]
  } catch {
    // It names no place: the call fails, and says why.
    return [name]
  }
}

/** The flows that this call makes: from each label of its arguments to where they go. */
export function flowsOf(spec: ToolSpec, capability: string, args: JsonObject, labels: readonly string[], choiceFor: ChoiceFor = () => null): readonly string[] {
  const to = destination(spec, capability, args, choiceFor)
  return to === null ? [] : labels.filter(label => label !== to).map(label => flowCapability(label, to))
}

/** Null where what it is given stays here, or is the person's own to hand on: a file they save, what they copy, what they share. */
function destination({ capability: rule }: ToolSpec, capability: string, args: JsonObject, choiceFor: ChoiceFor): string | null {
  switch (rule?.name) {
    case 'net':
      return placeOf(capability, choiceFor)
    case 'llm':
      return 'llm'
    case 'intent':
      return 'apps'
    case 'apps':
      return args.params === undefined ? null : 'apps'
    default:
      return null
  }
}

/** What the person picked stands for the name that the app has for it. */
function placeOf(capability: string, choiceFor: ChoiceFor): string {
  const choice = pickedName(capability) === null ? null : choiceFor(capability)
  return choice === null ? capability : `net:${choice}`
}

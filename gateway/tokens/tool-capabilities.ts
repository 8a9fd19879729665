import type { CapabilityRule } from '../../schema/catalog.ts'
import { components, tools } from '../../schema/generated/catalog.ts'

/** What a page that an app frames is asked for under, as if it were a tool. */
export const FRAME_TOOL = 'frame'

/** The names of the capabilities that a call of this tool may use; null where it is no tool, or needs none. */
export function capabilityNamesOf(tool: string): readonly string[] | null {
  const rule = tool === FRAME_TOOL ? components.get('Frame')?.capability : tools.get(tool)?.capability
  return rule ? namesOf(rule) : null
}

function namesOf({ name, also }: CapabilityRule): readonly string[] {
  return also ? [name, also.name] : [name]
}

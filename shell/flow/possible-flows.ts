import { kindOf } from '../../schema/capability-name.ts'

/** What brings in what somebody else made, and where what an app has can go (as `tools/flow.ts` has it for each call). */
const sources: ReadonlySet<string> = new Set(['net', 'fs', 'files', 'clipboard.read', 'clipboard.history', 'llm', 'microphone', 'location', 'apps.list'])
const receivers: ReadonlySet<string> = new Set(['net', 'llm', 'intent', 'apps'])

/** Whether an app that reaches these could send what it has from one of them to another: it is asked about when it does (S28). */
export function couldSendOn(capabilities: readonly string[]): boolean {
  return capabilities.some(from => sources.has(kindOf(from)) && capabilities.some(to => to !== from && receivers.has(kindOf(to))))
}

import type { ReactNode } from 'react'
import { readFlow } from '../../schema/flow.ts'
import { AskFoot } from '../approval/AskFoot.tsx'
import { useSeenFor } from '../approval/use-seen-for.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { modelWords, useModel } from '../model/use-model.ts'
import type { FlowQuestion } from './ask-flow.ts'
import { placeWords } from './place-words.ts'

export interface FlowDialogProps {
  readonly question: FlowQuestion
  readonly onAnswer: (yes: boolean) => void
}

/** Names where what an app sends comes from, and where it goes (S28). */
export function FlowDialog({ question: { name, flows }, onAnswer }: FlowDialogProps): ReactNode {
  const desk = useDesk()
  const seen = useSeenFor(700)
  const answer = (yes: boolean) => {
    onAnswer(yes)
    desk.closePanel()
  }
  const words = placeWords(instance => desk.apps.peek().find(app => app.instance === instance)?.name ?? null, modelWords(useModel()))
  const read = flows.flatMap(flow => readFlow(flow) ?? [])
  const to = words(read[0]?.to ?? '')
  return (
    <ShellDialog title={`Let ${name} send data to ${to}?`} size="s" asks onClose={() => answer(false)}>
      <div className="ui-dialog-body">
        <p>What it would send holds what it has from:</p>
        <ul className="flow-from">
          {read.map(({ from }) => (
            <li key={from}>
              <strong>{words(from)}</strong>
            </li>
          ))}
        </ul>
        <p>Whoever runs {to} then has it. Your answer counts from now on; you can change it in the app’s details.</p>
      </div>
      <AskFoot ready={seen} onNo={() => answer(false)} onYes={() => answer(true)} />
    </ShellDialog>
  )
}

import type { ReactNode } from 'react'
import type { JsonObject } from '../../schema/json/json.ts'
import { BlueprintStage } from '../stage/BlueprintStage.tsx'
import { statesOf } from './component-states.ts'
import './ComponentStates.css'

/** All states of a component side by side, each an app of its own. `mode` is that of all but the dark one. */
export function ComponentStates({ name, mode }: { readonly name: string; readonly mode: string }): ReactNode {
  return (
    <div className="states">
      {statesOf(name).map(({ title, document, ...more }) => (
        <figure key={title} className="states-one">
          <figcaption>{title}</figcaption>
          <div className="states-box">
            <BlueprintStage document={withMode(document, mode)} {...more} />
          </div>
        </figure>
      ))}
    </div>
  )
}

function withMode(document: JsonObject, mode: string): JsonObject {
  const app = document.app as JsonObject
  return { ...document, app: { ...app, theme: { mode, ...(app.theme as JsonObject | undefined) } } }
}

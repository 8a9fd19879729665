/** Two-way binding (B43): a field's value is read from its place in the state and written there before `onChange` runs. */
import type { DrawnSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { evaluatePlain } from '../app/evaluate.ts'
import type { ElementOrigin } from '../formula/contract.ts'
import { nodeLabels, type SlotContext, stepsHandler } from './slots.ts'

export interface BoundField {
  /** The definition that it was made of. */
  readonly node: JsonObject
  /** Sets what the component shows, and what it does when a person edits it: the same each time. */
  show(props: Record<string, unknown>): void
}

export function bindField(node: JsonObject, spec: DrawnSpec, context: SlotContext): BoundField {
  const { runtime, scope } = context
  const env = runtime.env(scope)
  const after = node.onChange === undefined ? null : stepsHandler(node.onChange, context, 'onChange')
  if (typeof node.bind === 'string') {
    const formula = runtime.formulas.formula(node.bind)
    /** Where it stood when it was shown, and in which state: looked for again only in another. */
    let shown: ElementOrigin | null = null
    let seen: JsonObject | null = null
    const onChange = (event: JsonObject) => {
      if (runtime.phase.peek() !== 'running') return
      const path = (seen === runtime.store.value ? shown : formula.elementOrigin(env))?.path
      if (!path) {
        runtime.report({ code: 'not-there', message: 'What is edited here is not in the app’s data any more, or is there twice, so nothing was written.' })
        return
      }
      const merge = editOf(event.value, `bind:${path.join('/')}`)
      if (runtime.write(path, event.value ?? null, merge, nodeLabels(context))) after?.(event, merge)
    }
    return {
      node,
      show(props) {
        const origin = formula.elementOrigin(env)
        shown = origin
        seen = runtime.store.value
        props.value = origin?.value ?? null
        props.readOnly = !origin && runtime.phase.value === 'running'
        props.onChange = onChange
      },
    }
  }
  if (!spec.input)
    return {
      node,
      show(props) {
        if (after) props.onChange = after
      },
    }
  const edits = {}
  const onChange = (event: JsonObject) => after?.(event, editOf(event.value, edits))
  return {
    node,
    show(props) {
      props.value = node.value === undefined ? null : evaluatePlain(node.value, env, runtime.formulas)
      props.readOnly = !after
      props.onChange = onChange
    },
  }
}

/** What is typed or dragged in one field is one entry of the undo history, what is switched one each time (B62). */
function editOf(value: Json | undefined, field: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? field : {}
}

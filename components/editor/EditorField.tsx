import { type ComponentType, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { FieldFrame } from '../field/FieldFrame.tsx'
import type { FieldProps } from '../field/field-props.ts'
import { PlainFoot, PlainLabel, usePlainField } from '../field/PlainField.tsx'
import { useField } from '../field/use-field.ts'
import { drawsWhole } from '../window/visible-span.ts'
import type { EditorHandle, EditorLanguage, EditorSurfaceProps } from './editor-surface.ts'
import { PlainSurface } from './PlainSurface.tsx'
import type { TextSpan } from './text-edit.ts'
import './editor.css'

type Surface = ComponentType<EditorSurfaceProps>

// The editor is large, and most apps have none. Once it is there, the next one begins with it.
let loaded: Surface | null = null
async function loadSurface(): Promise<Surface> {
  loaded ??= (await import('./CodeSurface.tsx')).CodeSurface
  return loaded
}

interface EditorFieldProps extends FieldProps {
  readonly value?: unknown
  readonly placeholder?: string | undefined
  readonly rows?: number | undefined
  readonly onChange?: ((event: { readonly value: string }) => void) | undefined
}

export interface EditorFieldOptions {
  readonly props: EditorFieldProps
  /** Of the class: `code-editor`. */
  readonly name: string
  readonly language: EditorLanguage
  readonly rows: number
  readonly lineNumbers?: boolean
  readonly wrap: boolean
  readonly handle: RefObject<EditorHandle | null>
  readonly shortcuts?: ReadonlyMap<string, () => void>
  /** Said to those who do not see what there is: how to get along by keyboard. */
  readonly keys?: string
  /** Above the text, in its frame. */
  readonly bar?: ReactNode
  /** Beside the text, in its frame. */
  readonly beside?: ReactNode
  /** The text is not shown, as something else stands in its place. */
  readonly covered?: boolean
}

const noShortcuts: ReadonlyMap<string, () => void> = new Map()

/** An input whose text is edited in an editor that is loaded when the first is drawn; until then in a plain field. */
export function EditorField({ props, name, keys, bar, beside, covered = false, ...options }: EditorFieldOptions) {
  const value = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : ''
  const field = useField(props, { empty: value.trim() === '' })
  const ids = usePlainField(props, field)
  const keysId = useId()
  const box = useRef<HTMLDivElement>(null)
  const { surface: Surface, start } = useSurface(box)
  const rows = typeof props.rows === 'number' && props.rows >= 1 ? Math.min(40, Math.floor(props.rows)) : options.rows
  const described = [ids.described, keys ? keysId : undefined].filter(id => id !== undefined).join(' ')
  return (
    <FieldFrame props={props} field={field} name={`editor cy-${name}`}>
      <PlainLabel props={props} ids={ids} onPress={() => focusText(box.current)} />
      <div
        ref={box}
        className="cy-control cy-editor-box"
        style={{ '--rows': rows } as object}
        data-invalid={field.invalid ? '' : undefined}
        data-readonly={props.readOnly ? '' : undefined}
      >
        {bar}
        <div className="cy-editor-body">
          <div className="cy-editor-text" data-field-first="" hidden={covered}>
            <Surface
              {...options}
              lineNumbers={options.lineNumbers === true}
              shortcuts={options.shortcuts ?? noShortcuts}
              rows={rows}
              value={value}
              onValue={next => {
                field.edited()
                props.onChange?.({ value: next })
              }}
              placeholder={props.placeholder ?? ''}
              labelledBy={ids.label}
              describedBy={described === '' ? undefined : described}
              required={props.required === true}
              invalid={field.invalid}
              disabled={props.disabled === true}
              readOnly={props.readOnly === true}
              start={start}
            />
          </div>
          {beside}
        </div>
      </div>
      {keys ? (
        <span id={keysId} className="cy-hidden">
          {keys}
        </span>
      ) : null}
      <PlainFoot props={props} field={field} ids={ids} />
    </FieldFrame>
  )
}

/** The plain field, until the editor is there; what was selected in the one is then selected in the other. */
function useSurface(box: RefObject<HTMLElement | null>): { readonly surface: Surface; readonly start: TextSpan | null } {
  const [now, setNow] = useState<{ readonly surface: Surface; readonly start: TextSpan | null }>(() => ({ surface: firstSurface(), start: null }))
  useEffect(() => {
    if (now.surface !== PlainSurface || drawsWhole(document)) return
    let current = true
    const take = (surface: Surface): void => {
      if (!current) return
      const area = box.current?.querySelector('textarea')
      const start = area && area.ownerDocument.activeElement === area ? { from: area.selectionStart, to: area.selectionEnd } : null
      setNow({ surface, start })
    }
    // Where it cannot be loaded, the plain field stays: everything can be written in it.
    loadSurface().then(take, () => {})
    return () => {
      current = false
    }
  }, [box, now.surface])
  return now
}

function firstSurface(): Surface {
  return loaded && typeof document !== 'undefined' && !drawsWhole(document) ? loaded : PlainSurface
}

function focusText(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('.cm-content, textarea')?.focus()
}

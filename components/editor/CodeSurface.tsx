import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView, highlightActiveLine, highlightActiveLineGutter, type KeyBinding, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { adoptEditorStyles } from './adopt-styles.ts'
import { editorLook } from './editor-look.ts'
import type { EditorSurfaceProps } from './editor-surface.ts'
import { loadLanguage } from './languages.ts'
import { changeBetween, evenLines } from './text-edit.ts'

/** Marks a change that came from the app's state, which is not told to it again. */
const fromOutside = Annotation.define<true>()

/**
 * Typing over what is selected is done without the browser: it would carry the look of what was there over to what is typed in a
 * `style` attribute, which the policy refuses, and report that as a violation.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view
    if (event.inputType !== 'insertText' || !event.data || event.isComposing || view.composing || state.readOnly || state.selection.main.empty) return false
    event.preventDefault()
    view.dispatch(state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})

/**
 * The text in CodeMirror.
 *
 * Tab goes to the next field, as in every other: what traps the keyboard shuts people out. Mod+] and Mod+[ indent.
 * What is written from elsewhere arrives as the smallest change, so that the caret stays at its text, and is no part of
 * what undo here takes back.
 */
export function CodeSurface(props: EditorSurfaceProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  // What was told and has not come back yet: an older text that arrives meanwhile is an echo, not news.
  const told = useRef<string[]>([])
  const parts = useRef({ language: new Compartment(), looks: new Compartment() })
  const value = evenLines(props.value)

  const changed = useEffectEvent((text: string): void => {
    told.current.push(text)
    props.onValue(text)
  })
  const create = useEffectEvent((parent: HTMLElement): EditorView => {
    adoptEditorStyles(parent.ownerDocument)
    const bindings = [...props.shortcuts.keys()].map(
      (letter): KeyBinding => ({
        key: `Mod-${letter}`,
        run: () => {
          runShortcut(letter)
          return true
        },
      }),
    )
    const state = EditorState.create({
      doc: value,
      ...(props.start ? { selection: { anchor: Math.min(props.start.from, value.length), head: Math.min(props.start.to, value.length) } } : {}),
      extensions: [
        history(),
        ...(props.lineNumbers ? [lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), bracketMatching()] : []),
        indentOnInput(),
        search({ top: true }),
        ...(props.wrap ? [EditorView.lineWrapping] : []),
        keymap.of([...bindings, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        editorLook,
        parts.current.language.of([]),
        parts.current.looks.of(looksOf(props)),
        typeOver,
        EditorView.updateListener.of(update => {
          if (update.docChanged && !update.transactions.some(each => each.annotation(fromOutside))) changed(update.state.doc.toString())
        }),
      ],
    })
    return new EditorView({ state, parent })
  })
  const runShortcut = useEffectEvent((letter: string): void => {
    if (!props.disabled && !props.readOnly) props.shortcuts.get(letter)?.()
  })

  useLayoutEffect(() => {
    if (!host.current) return
    const made = create(host.current)
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])
  const { start } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is taken over once, from the field that stood here
  useEffect(() => {
    if (start) view.current?.focus()
  }, [])

  useLayoutEffect(() => {
    const editor = view.current
    if (!editor) return
    const echo = told.current.indexOf(value)
    if (echo >= 0) {
      told.current.splice(0, echo + 1)
      return
    }
    told.current = []
    const changes = changeBetween(editor.state.doc.toString(), value)
    if (changes) editor.dispatch({ changes, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] })
  }, [value])

  const { language } = props
  useEffect(() => {
    let current = true
    const set = (extension: Extension): void => {
      if (current) view.current?.dispatch({ effects: parts.current.language.reconfigure(extension) })
    }
    // What cannot be loaded leaves the text without colours.
    loadLanguage(language).then(set, () => set([]))
    return () => {
      current = false
    }
  }, [language])

  const { labelledBy, describedBy, required, invalid, disabled, readOnly } = props
  const hint = props.placeholder
  useEffect(() => {
    const looks = looksOf({ labelledBy, describedBy, required, invalid, disabled, readOnly, language, placeholder: hint })
    view.current?.dispatch({ effects: parts.current.looks.reconfigure(looks) })
  }, [labelledBy, describedBy, required, invalid, disabled, readOnly, language, hint])

  useImperativeHandle(props.handle, () => ({
    text: () => view.current?.state.doc.toString() ?? '',
    selection: () => {
      const { from, to } = view.current?.state.selection.main ?? { from: 0, to: 0 }
      return { from, to }
    },
    edit({ change, select }) {
      view.current?.dispatch({ changes: change, selection: { anchor: select.from, head: select.to }, userEvent: 'input', scrollIntoView: true })
      view.current?.focus()
    },
  }))
  return <div ref={host} className="cy-editor-code" />
}

type Looks = Pick<EditorSurfaceProps, 'labelledBy' | 'describedBy' | 'required' | 'invalid' | 'disabled' | 'readOnly' | 'language' | 'placeholder'>

function looksOf(props: Looks): Extension {
  const prose = props.language === 'markdown'
  return [
    EditorState.readOnly.of(props.disabled || props.readOnly),
    EditorView.editable.of(!props.disabled),
    placeholder(props.placeholder),
    EditorView.contentAttributes.of({
      'aria-labelledby': props.labelledBy,
      ...(props.describedBy ? { 'aria-describedby': props.describedBy } : {}),
      ...(props.required ? { 'aria-required': 'true' } : {}),
      ...(props.invalid ? { 'aria-invalid': 'true' } : {}),
      ...(props.disabled ? { 'aria-disabled': 'true' } : { tabindex: '0' }),
      spellcheck: String(prose),
      autocorrect: prose ? 'on' : 'off',
      autocapitalize: prose ? 'sentences' : 'off',
    }),
  ]
}

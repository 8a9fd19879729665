import { Paperclip } from 'lucide-react'
import { useContext, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { FileFieldProps } from '../../schema/generated/props.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { AttachmentRecord } from '../field/attachment-context.ts'
import { AttachmentContext } from '../field/attachment-context.ts'
import { FieldFrame } from '../field/FieldFrame.tsx'
import { PlainFoot, PlainLabel, usePlainField } from '../field/PlainField.tsx'
import { useField } from '../field/use-field.ts'
import type { Phrase } from '../words/phrases.ts'
import { useSay } from '../words/say.ts'
import { AttachedFile } from './AttachedFile.tsx'
import { accepts, keepFiles, readAttachments } from './read-files.ts'
import './FileField.css'

/**
 * Files by a button or by dropping them. Each is stored first; then the value is written, one record or null, or with
 * `multiple` a list, to which new ones are added. What cannot be stored or is not taken is said below.
 */
export function FileField(props: FileFieldProps) {
  const say = useSay()
  const store = useContext(AttachmentContext)
  const multiple = props.multiple === true
  const files = readAttachments(props.value, say)
  const accept = Array.isArray(props.accept) ? props.accept.filter(entry => typeof entry === 'string') : []
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const unable = store === null ? say('Files cannot be kept here.') : null
  const field = useField(props, { empty: files.length === 0, problem: null, needed: multiple ? say('Add at least one file.') : say('Choose a file.') })
  const ids = usePlainField(props, field)
  const fixed = props.disabled === true || props.readOnly === true || store === null
  const latest = useRef(files)
  latest.current = files

  function write(next: readonly AttachmentRecord[], added: readonly JsonObject[]): void {
    field.edited()
    const records = next.map(({ ref, name, type, size }) => ({ ref, name, type, size }))
    props.onChange?.({ value: multiple ? records : (records[0] ?? null), files: added })
  }

  async function take(chosen: readonly File[]): Promise<void> {
    if (fixed || store === null || chosen.length === 0) return
    if (busy) {
      setFailure(say('Still adding what came before. Try again in a moment.'))
      return
    }
    const wanted = chosen.filter(file => accepts(accept, file))
    const refused = chosen
      .filter(file => !wanted.includes(file))
      .map(file => say('{name} is not taken here: it takes {kinds}.', { name: file.name, kinds: accept.join(', ') }))
    setBusy(true)
    const { kept, failed } = await keepFiles(multiple ? wanted : wanted.slice(0, 1), store, say)
    setBusy(false)
    setFailure([...refused, ...failed].join(' ') || null)
    if (kept.length === 0) return
    const records = kept.map(file => file.record)
    write(
      multiple ? [...latest.current, ...records] : records,
      kept.map(file => file.told),
    )
  }

  const said = failure ?? unable
  return (
    <FieldFrame props={props} field={field} name="file-field">
      <PlainLabel props={props} ids={ids} />
      <DropZone
        className="cy-file-drop"
        aria-labelledby={ids.label}
        isDisabled={fixed}
        getDropOperation={() => 'copy'}
        onDrop={async event => {
          const dropped = event.items.filter(item => item.kind === 'file')
          await take(await Promise.all(dropped.map(item => item.getFile())))
        }}
        {...(field.invalid ? { 'data-invalid': '' } : {})}
      >
        {files.length > 0 ? (
          <ul className="cy-files" aria-labelledby={ids.label}>
            {files.map((file, index) => (
              <AttachedFile
                key={`${file.ref} ${index}`}
                file={file}
                onRemove={
                  fixed
                    ? null
                    : () =>
                        write(
                          files.filter((_, at) => at !== index),
                          [],
                        )
                }
              />
            ))}
          </ul>
        ) : null}
        {props.readOnly ? null : (
          <div className="cy-file-choose">
            <FileTrigger
              allowsMultiple={multiple}
              {...(accept.length > 0 ? { acceptedFileTypes: accept } : {})}
              onSelect={list => void take([...(list ?? [])])}
            >
              <Button
                className="cy-file-button"
                isDisabled={fixed}
                isPending={busy}
                {...(ids.described ? { 'aria-describedby': ids.described } : {})}
                aria-label={`${say(buttonText(files.length, multiple))}: ${props.label ?? ''}`}
              >
                <Paperclip size={15} aria-hidden="true" />
                {busy ? say('Adding…') : say(buttonText(files.length, multiple))}
              </Button>
            </FileTrigger>
            {fixed ? null : <span className="cy-file-hint">{say(multiple ? 'or drop files here' : 'or drop a file here')}</span>}
          </div>
        )}
      </DropZone>
      <PlainFoot props={props} field={field} ids={ids} />
      {said ? (
        <span className="cy-field-error" role="status">
          {said}
        </span>
      ) : null}
    </FieldFrame>
  )
}

function buttonText(count: number, multiple: boolean): Phrase {
  return multiple ? (count > 0 ? 'Add files' : 'Choose files') : count > 0 ? 'Replace' : 'Choose a file'
}

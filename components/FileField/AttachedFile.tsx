import { FileText, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { AttachmentRecord } from '../field/attachment-context.ts'
import { useLocale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { sizeText } from './read-files.ts'
import { useAttachmentUrl } from './use-attachment-url.ts'

/** One attached file: its picture, name and size, and a button that takes it away. */
export function AttachedFile({ file, onRemove }: { file: AttachmentRecord; onRemove: (() => void) | null }) {
  const { language } = useLocale()
  const say = useSay()
  const url = useAttachmentUrl(file.ref, file.type.startsWith('image/'))
  return (
    <li className="cy-file">
      <span className="cy-file-picture" aria-hidden="true">
        {url ? <img src={url} alt="" /> : <FileText size={18} strokeWidth={1.5} />}
      </span>
      <span className="cy-file-text">
        <span className="cy-file-name">{file.name}</span>
        <span className="cy-file-size">{sizeText(file.size, language)}</span>
      </span>
      {onRemove ? (
        <Button className="cy-control-button" aria-label={say('Remove {name}', { name: file.name })} onPress={onRemove}>
          <X size={15} aria-hidden="true" />
        </Button>
      ) : null}
    </li>
  )
}

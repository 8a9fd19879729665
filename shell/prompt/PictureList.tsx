import { ImagePlus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { openFile } from '../services/open-file.ts'
import type { Pictures } from './use-pictures.ts'
import './PictureList.css'

/** The pictures that go with a request, and why one does not. */
export function PictureList({ pictures }: { readonly pictures: Pictures }): ReactNode {
  const { list, problem } = pictures
  return (
    <>
      {problem ? (
        <p className="picture-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {list.length > 0 ? (
        <ul className="picture-list" aria-label="Pictures">
          {list.map(({ type, base64 }, index) => (
            <li key={`${index} ${base64.length}`}>
              <img src={`data:${type};base64,${base64}`} alt={`Goes with the request, ${index + 1} of ${list.length}`} />
              <button type="button" aria-label={`Take picture ${index + 1} away`} onClick={() => pictures.remove(index)}>
                <X size={13} strokeWidth={2} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Chooses a picture from the device; they can be dropped and pasted as well. */
export function AddPicture({ pictures }: { readonly pictures: Pictures }): ReactNode {
  const choose = async () => {
    const file = await openFile(['image/*'])
    if (file) await pictures.add([file])
  }
  return (
    <button type="button" className="ui-icon-button" aria-label="Add a picture" title="Add a picture" onClick={() => void choose()}>
      <ImagePlus size={17} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
}

import { type ClipboardEvent, type DragEvent, useState } from 'react'
import type { Picture } from '../../schema/protocol/generate.ts'
import { toFailure } from '../services/page-failure.ts'

/** As many as the gateway takes. */
const MOST_PICTURES = 4

export interface Pictures {
  readonly list: readonly Picture[]
  /** Why one was not taken. */
  readonly problem: string | null
  add(files: Iterable<File>): Promise<void>
  remove(index: number): void
  clear(): void
  /** For the place into which pictures are dropped and pasted. */
  readonly place: {
    onDragOver(event: DragEvent): void
    onDrop(event: DragEvent): void
    onPaste(event: ClipboardEvent): void
  }
}

/** Pictures that go with what is being written, dropped, pasted or chosen. */
export function usePictures(): Pictures {
  const [list, setList] = useState<readonly Picture[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (files: Iterable<File>) => {
    setProblem(null)
    try {
      const { readPicture } = await import('./read-picture.ts')
      const read = await Promise.all([...files].map(readPicture))
      if (list.length + read.length > MOST_PICTURES) setProblem(`At most ${MOST_PICTURES} pictures go with a request; the others were left out.`)
      setList(before => [...before, ...read].slice(0, MOST_PICTURES))
    } catch (cause) {
      setProblem(toFailure(cause).message)
    }
  }
  const take = (event: { preventDefault(): void }, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void add(files)
  }
  return {
    list,
    problem,
    add,
    remove: index => setList(before => before.filter((_, at) => at !== index)),
    clear() {
      setList([])
      setProblem(null)
    },
    place: {
      onDragOver(event) {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop: event => take(event, event.dataTransfer),
      onPaste: event => take(event, event.clipboardData),
    },
  }
}

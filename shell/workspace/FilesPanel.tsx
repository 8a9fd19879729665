import { type ReactNode, useMemo, useState } from 'react'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { ConnectFolder } from './ConnectFolder.tsx'
import { FolderView } from './FolderView.tsx'
import { type FolderRef, writeFolderRef } from './folder-ref.ts'
import { PlaceList } from './PlaceList.tsx'
import { usePlaces } from './use-places.ts'
import './FilesPanel.css'

/** The files of this desktop: what is in which folder, on which of them which app works, and what they take. */
export function FilesPanel(): ReactNode {
  const desk = useDesk()
  const places = usePlaces()
  const [picked, setPicked] = useState<FolderRef | null>(null)
  const [connecting, setConnecting] = useState(false)
  const first = places?.own[0]
  const there =
    picked !== null && places !== null && (picked.place === 'browser' ? places.own.includes(picked.name) : places.connected.some(({ id }) => id === picked.id))
  const ref: FolderRef | null = there ? picked : first === undefined ? null : { place: 'browser', name: first }
  const key = ref === null ? '' : writeFolderRef(ref)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one tree for each folder, not one for each look at the places
  const tree = useMemo(() => (ref === null ? null : (places?.workspace.open(ref, null) ?? null)), [key, places?.workspace])
  const title = ref === null ? '' : ref.place === 'browser' ? ref.name : (places?.connected.find(({ id }) => id === ref.id)?.name ?? '')

  return (
    <ShellDialog title="Files" size="l" onClose={() => desk.closePanel()}>
      <div className="files">
        {places === null ? (
          <p className="ui-note">Looking…</p>
        ) : (
          <>
            <PlaceList
              places={places}
              picked={connecting ? '' : key}
              onPick={next => {
                setConnecting(false)
                setPicked(next)
              }}
              onConnect={() => setConnecting(true)}
            />
            <div className="files-main">
              {places.problem ? (
                <p className="files-problem" role="alert">
                  {places.problem}
                </p>
              ) : null}
              {connecting ? (
                <ConnectFolder
                  workspace={places.workspace}
                  onDone={folder => {
                    setConnecting(false)
                    if (folder) setPicked({ place: 'machine', id: folder.id })
                  }}
                />
              ) : ref === null || tree === null ? (
                <p className="ui-note">There are no folders yet. Make one here, or allow an app that keeps files: its folder then stands here.</p>
              ) : (
                <FolderView key={key} folder={ref} title={title} tree={tree} workspace={places.workspace} />
              )}
            </div>
          </>
        )}
      </div>
    </ShellDialog>
  )
}

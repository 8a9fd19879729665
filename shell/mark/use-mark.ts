import { type Signal, signal } from '@preact/signals-core'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { DeskServices } from '../services/page-services.ts'
import { type Mark, randomMark, readMark } from './mark.ts'

type MarkServices = Pick<DeskServices, 'store' | 'chance'>

const marks = new WeakMap<object, Signal<Mark | null>>()

/** The mark of this desktop; made where there is none yet. Null for the moment in which it is read. */
function markOf({ store, chance }: MarkServices): Signal<Mark | null> {
  const known = marks.get(store)
  if (known) return known
  const mark = signal<Mark | null>(null)
  marks.set(store, mark)
  store
    .setting('mark')
    .catch(() => undefined)
    .then(stored => {
      const kept = readMark(stored)
      mark.value ??= kept ?? randomMark(() => chance.random())
      // On a device that keeps nothing it is another one at each visit, as are the apps.
      if (!kept) return store.saveSetting('mark', { ...mark.value }).catch(() => undefined)
    })
  return mark
}

export interface UsedMark {
  readonly mark: Mark | null
  /** Keeps it; resolves with whether the device did. */
  readonly change: (mark: Mark) => Promise<boolean>
}

export function useMark(): UsedMark {
  const { services } = useDesk()
  const held = markOf(services)
  const mark = useSignalValue(held)
  return {
    mark,
    change(next) {
      held.value = next
      return services.store.saveSetting('mark', { ...next }).then(
        () => true,
        () => false,
      )
    },
  }
}

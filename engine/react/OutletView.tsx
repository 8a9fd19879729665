import { type ReactNode, useMemo } from 'react'
import { valueBinding } from '../app/scope.ts'
import { useDrawing } from './drawing.tsx'
import { useSignalValue } from './use-signal-value.ts'

/** The page that is open (B46); its parameters are read by their names. */
export function OutletView(): ReactNode {
  const { runtime, host } = useDrawing()
  useSignalValue(runtime.declared)
  const page = useSignalValue(runtime.page)
  const definition = page ? runtime.pageView(page.name) : undefined
  const params = definition?.params
  const scope = useMemo(() => {
    const binding = (param: string) =>
      valueBinding(
        () => page?.params[param] ?? null,
        sink => sink.add(page?.labels ?? []),
      )
    return runtime.names.with(Object.fromEntries(Object.keys(params ?? {}).map(param => [param, binding(param)])))
  }, [runtime, page, params])
  if (!page || definition?.view === undefined) return null
  return host.node(definition.view, scope, `${page.name}:${JSON.stringify(page.params)}`)
}

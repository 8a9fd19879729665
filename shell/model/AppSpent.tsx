import type { ReactNode } from 'react'
import { useModel } from './use-model.ts'

/** What one app spent on models today, in its details; nothing where it asks none. */
export function AppSpent({ instance }: { readonly instance: string }): ReactNode {
  const status = useModel()
  const spent = status && Object.hasOwn(status.spent.apps, instance) ? (status.spent.apps[instance] ?? 0) : 0
  if (!status || spent === 0) return null
  return (
    <>
      <dt>Asked a model today</dt>
      <dd>
        {spent.toLocaleString('en')} of {status.limits.app.toLocaleString('en')} tokens
      </dd>
    </>
  )
}

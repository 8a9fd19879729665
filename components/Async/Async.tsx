import type { ReactNode } from 'react'
import type { AsyncProps } from '../../schema/generated/props.ts'
import { Button } from '../Button/Button.tsx'
import { Empty } from '../Empty/Empty.tsx'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { Skeleton } from '../Skeleton/Skeleton.tsx'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Async.css'

/**
 * Its children once a data source has answered. Until then that it loads; where it failed, why, with a way to
 * try again (above what it answered before, if it did); where it answered with nothing, that.
 */
export function Async(props: AsyncProps<ReactNode>): ReactNode {
  const say = useSay()
  const { of, children } = props
  const value = of?.value ?? null
  const hasValue = value !== null && !(Array.isArray(value) && value.length === 0)
  const loading = of === undefined || of.loading
  return (
    <div {...rootProps(props, 'cy-async')} aria-busy={loading}>
      {of?.error && <Failed message={textOf(of.error)} stale={hasValue} loading={loading} retry={of.retry} />}
      {hasValue ? children : loading ? <Skeleton lines={3} /> : of.error ? null : <Empty text={say('Nothing here')} icon="inbox" />}
    </div>
  )
}

function Failed({ message, stale, loading, retry }: { message: string; stale: boolean; loading: boolean; retry: () => void }): ReactNode {
  const say = useSay()
  return (
    <div className="cy-async-failed" data-tone="bad" role="alert">
      <Icon name="cloud-off" />
      <p>
        {message}
        {stale && <span> {say('What is below is from before.')}</span>}
      </p>
      <Button label={say('Try again')} size="s" loading={loading} onPress={() => retry()} />
    </div>
  )
}

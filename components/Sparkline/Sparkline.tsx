import type { ReactNode } from 'react'
import type { SparklineProps } from '../../schema/generated/props.ts'
import { useLocale } from '../locale.ts'
import { asList, asNumber } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import { SparkPicture } from './SparkPicture.tsx'
import './Sparkline.css'

/** The course of some numbers, the size of a word; said as its first and its last one. */
export function Sparkline(props: SparklineProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const values = asList(props.values)
    .map(asNumber)
    .filter(value => value !== null)
  const write = (value: number | undefined): string => formatNumber(value ?? 0, {}, locale)
  const course = values.length > 1 ? say('from {first} to {last}', { first: write(values[0]), last: write(values.at(-1)) }) : say('no numbers yet')
  return (
    <span
      {...rootProps(props, 'cy-sparkline')}
      data-tone={props.tone ?? 'accent'}
      role="img"
      aria-label={`${props.ariaLabel ?? props.label ?? say('Course')}: ${course}`}
    >
      <SparkPicture values={values} />
    </span>
  )
}

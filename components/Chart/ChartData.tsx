import { useSay } from '../words/say.ts'
import type { ChartModel } from './chart-model.ts'

const mostRows = 100

/** The numbers of a chart as a table: always there for a screen reader, seen while something in it has the focus. */
export function ChartData({
  title,
  model,
  write,
  onPress,
}: {
  readonly title: string
  readonly model: ChartModel
  readonly write: (value: number) => string
  readonly onPress: ((row: number) => void) | undefined
}) {
  const say = useSay()
  const shown = model.points.slice(0, mostRows)
  return (
    <div className="cy-chart-data">
      <table>
        <caption>
          {title === '' ? say('The numbers of the chart') : title}
          {shown.length < model.points.length ? ` ${say('(the first {count} of {total})', { count: shown.length, total: model.points.length })}` : ''}
        </caption>
        <thead>
          <tr>
            <td />
            {model.series.map(series => (
              <th key={series.id} scope="col">
                {series.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((point, index) => (
            <tr key={index}>
              <th scope="row">
                {onPress ? (
                  <button type="button" onClick={() => onPress(point.row)}>
                    {point.label === '' ? '–' : point.label}
                  </button>
                ) : (
                  point.label
                )}
              </th>
              {model.series.map(series => {
                const value = point.values[series.id] ?? null
                return <td key={series.id}>{value === null ? say('none') : write(value)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

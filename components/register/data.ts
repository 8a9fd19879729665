/** The components that show data, for the registry in `components/index.ts`. */
import type { CatalogComponent } from '../../engine/react/catalog-contract.ts'
import { Board } from '../Board/Board.tsx'
import { Chart } from '../Chart/Chart.tsx'
import { HeatGrid } from '../HeatGrid/HeatGrid.tsx'
import { List } from '../List/List.tsx'
import { Progress } from '../Progress/Progress.tsx'
import { ProgressRing } from '../ProgressRing/ProgressRing.tsx'
import { Scene } from '../Scene/Scene.tsx'
import { Stat } from '../Stat/Stat.tsx'
import { Table } from '../Table/Table.tsx'

export const data: readonly (readonly [name: string, component: CatalogComponent])[] = [
  ['List', List],
  ['Table', Table],
  ['Board', Board],
  ['Stat', Stat],
  ['Progress', Progress],
  ['ProgressRing', ProgressRing],
  ['Chart', Chart],
  ['HeatGrid', HeatGrid],
  ['Scene', Scene],
]

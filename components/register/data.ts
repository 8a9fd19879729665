/** The components that show data, for the registry in `components/index.ts`. */
import type { CatalogComponent } from '../../engine/react/catalog-contract.ts'
import { Board } from '../Board/Board.tsx'
import { Calendar } from '../Calendar/Calendar.tsx'
import { Chart } from '../Chart/Chart.tsx'
import { Flip } from '../Flip/Flip.tsx'
import { Gantt } from '../Gantt/Gantt.tsx'
import { Graph } from '../Graph/Graph.tsx'
import { HeatGrid } from '../HeatGrid/HeatGrid.tsx'
import { List } from '../List/List.tsx'
import { Meter } from '../Meter/Meter.tsx'
import { Progress } from '../Progress/Progress.tsx'
import { ProgressRing } from '../ProgressRing/ProgressRing.tsx'
import { RichText } from '../RichText/RichText.tsx'
import { Scene } from '../Scene/Scene.tsx'
import { Sheet } from '../Sheet/Sheet.tsx'
import { Sketch } from '../Sketch/Sketch.tsx'
import { SortableList } from '../SortableList/SortableList.tsx'
import { Sparkline } from '../Sparkline/Sparkline.tsx'
import { Stat } from '../Stat/Stat.tsx'
import { Swatch } from '../Swatch/Swatch.tsx'
import { Table } from '../Table/Table.tsx'
import { Timeline } from '../Timeline/Timeline.tsx'
import { Tree } from '../Tree/Tree.tsx'

export const data: readonly (readonly [name: string, component: CatalogComponent])[] = [
  ['List', List],
  ['Table', Table],
  ['Board', Board],
  ['Stat', Stat],
  ['Progress', Progress],
  ['ProgressRing', ProgressRing],
  ['Chart', Chart],
  ['Gantt', Gantt],
  ['Graph', Graph],
  ['HeatGrid', HeatGrid],
  ['Scene', Scene],
  ['Calendar', Calendar],
  ['Flip', Flip],
  ['Meter', Meter],
  ['RichText', RichText],
  ['Sheet', Sheet],
  ['Sketch', Sketch],
  ['SortableList', SortableList],
  ['Sparkline', Sparkline],
  ['Swatch', Swatch],
  ['Timeline', Timeline],
  ['Tree', Tree],
]

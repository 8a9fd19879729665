import { type ReactNode, useId } from 'react'
import { isLevel, type Level, levelNames } from './level-names.ts'
import { levels } from './levels.ts'
import './permissions.css'

export interface LevelChoiceProps {
  /** Null: as the desktop says. */
  readonly own: Level | null
  readonly desktop: Level
  readonly onChange: (level: Level | null) => void
}

/** How much one app is trusted, where that is to be different from the others. */
export function LevelChoice({ own, desktop, onChange }: LevelChoiceProps): ReactNode {
  const id = useId()
  return (
    <div className="level-choice">
      <label htmlFor={id}>How much to trust it</label>
      <select
        id={id}
        className="ui-select"
        value={own ?? ''}
        aria-describedby={`${id}-detail`}
        onChange={event => onChange(isLevel(event.target.value) ? event.target.value : null)}
      >
        <option value="">As the desktop: {levels[desktop].title}</option>
        {levelNames.map(level => (
          <option key={level} value={level}>
            {levels[level].title}
          </option>
        ))}
      </select>
      <p className="ui-note" id={`${id}-detail`}>
        {levels[own ?? desktop].detail}
      </p>
    </div>
  )
}

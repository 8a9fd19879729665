import { Icon } from '../Icon/Icon.tsx'
import type { Choice } from './options.ts'

/** A choice's icon, where it has one, and its text. */
export function ChoiceLabel({ choice }: { choice: Choice }) {
  return (
    <>
      {choice.icon ? <Icon name={choice.icon} size="s" /> : null}
      {choice.label}
    </>
  )
}

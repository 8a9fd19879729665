import { labelWords } from '../../schema/flow.ts'
import { appNameForPeople } from '../desktop/app-name.ts'

/** Labels (S28) in words; the model is called by its name, where that is known (S58). */
export function placeWords(nameOf: (instance: string) => string | null, model: string | null): (label: string) => string {
  const shown = (instance: string) => {
    const name = nameOf(instance)
    return name === null ? null : appNameForPeople(name)
  }
  return label => (label === 'llm' && model !== null ? model : labelWords(label, shown))
}

import type { Chance } from './chance.ts'

/** A word as fingers and models get it wrong: a letter lost, doubled, changed or swapped with its neighbour. */
export function misspell(word: string, chance: Chance): string {
  const at = chance.below(word.length)
  const letter = word[at] ?? ''
  const neighbour = word[at + 1]
  switch (chance.below(4)) {
    case 0:
      return word.length > 3 ? word.slice(0, at) + word.slice(at + 1) : word + letter
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return neighbour === undefined || neighbour === letter ? word + letter : word.slice(0, at) + neighbour + letter + word.slice(at + 2)
    default:
      return word.slice(0, at) + other(letter, chance) + word.slice(at + 1)
  }
}

function other(letter: string, chance: Chance): string {
  const letters = 'aeinorst'.replace(letter.toLowerCase(), '')
  const next = letters[chance.below(letters.length)] ?? 'a'
  return letter === letter.toUpperCase() ? next.toUpperCase() : next
}

/** A word of this language in the manner of another: `onPress` as `on_press`, `on-press`, `OnPress`, `onpress`. */
export function restyle(word: string, chance: Chance): string {
  const words = word.split(/(?<=[a-z0-9])(?=[A-Z])/)
  const lower = words.map(part => part.toLowerCase())
  const styles = [
    lower.join('_'),
    lower.join('-'),
    words.map(part => part.slice(0, 1).toUpperCase() + part.slice(1)).join(''),
    lower.join(''),
    word.toUpperCase(),
  ]
  return chance.pick(styles.filter(style => style !== word)) ?? word
}

/** One and many of English nouns, as far as lists of things need it. Words in, words out; case is kept where it can be. */
const irregular: readonly (readonly [one: string, many: string])[] = [
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['mouse', 'mice'],
  ['goose', 'geese'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['ox', 'oxen'],
  ['leaf', 'leaves'],
  ['knife', 'knives'],
  ['life', 'lives'],
  ['wife', 'wives'],
  ['loaf', 'loaves'],
  ['shelf', 'shelves'],
  ['wolf', 'wolves'],
  ['half', 'halves'],
  ['thief', 'thieves'],
  ['quiz', 'quizzes'],
  ['cactus', 'cacti'],
  ['fungus', 'fungi'],
  ['analysis', 'analyses'],
  ['diagnosis', 'diagnoses'],
  ['hypothesis', 'hypotheses'],
  ['criterion', 'criteria'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['selfie', 'selfies'],
  ['hoodie', 'hoodies'],
  ['calorie', 'calories'],
  ['tie', 'ties'],
  ['pie', 'pies'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
  ['hero', 'heroes'],
  ['bus', 'buses'],
  ['gas', 'gases'],
  ['lens', 'lenses'],
  ['virus', 'viruses'],
  ['status', 'statuses'],
  ['bonus', 'bonuses'],
  ['campus', 'campuses'],
  ['iris', 'irises'],
  ['axe', 'axes'],
  ['shoe', 'shoes'],
  ['toe', 'toes'],
  ['cache', 'caches'],
  ['house', 'houses'],
  ['horse', 'horses'],
  ['case', 'cases'],
  ['vase', 'vases'],
  ['rose', 'roses'],
  ['nurse', 'nurses'],
  ['course', 'courses'],
  ['purchase', 'purchases'],
  ['exercise', 'exercises'],
  ['expense', 'expenses'],
  ['license', 'licenses'],
  ['cheese', 'cheeses'],
  ['phrase', 'phrases'],
  ['disease', 'diseases'],
  ['size', 'sizes'],
  ['prize', 'prizes'],
]
const manyByOne = new Map(irregular)
const oneByMany = new Map(irregular.map(([one, many]) => [many, one]))

/** Words that have no plural, or are their own. */
const uncountable: ReadonlySet<string> = new Set(
  `advice art baggage beer bread clothing coffee cutlery data equipment fish fitness food furniture feedback gratitude health homework income info information intake
  jewellery jewelry knowledge laundry luggage mail makeup merchandise milk money mood music news pain pressure rain research rice series sheep sleep software
  species sport sugar tea time traffic travel water weather weight wildlife wine work yoga progress sex stress`.split(/\s+/),
)

/** True for what is not counted: water, sleep, and doings such as reading. */
export function isUncountable(word: string): boolean {
  const low = word.toLowerCase()
  return (
    uncountable.has(low) ||
    (/ing$/.test(low) &&
      !/^(?:thing|ring|king|wing|string|spring|painting|building|drawing|recording|booking|meeting|earring|wedding|listing|saving|earning|finding|rating)$/.test(
        low,
      ))
  )
}

/** The plural of a noun; of several words, of the last. What is plural already stays. */
export function plural(noun: string): string {
  return onLastWord(noun, word => {
    const low = word.toLowerCase()
    if (oneByMany.has(low) || isUncountable(low)) return word
    const many = manyByOne.get(low)
    if (many !== undefined) return many
    if (singular(word) !== word) return word
    if (/(?:s|x|z|ch|sh)$/.test(low)) return `${word}es`
    if (/[^aeiou]y$/.test(low)) return `${word.slice(0, -1)}ies`
    return `${word}s`
  })
}

/** The singular of a noun; of several words, of the last. What is singular already stays. */
export function singular(noun: string): string {
  return onLastWord(noun, word => {
    const low = word.toLowerCase()
    if (manyByOne.has(low) || uncountable.has(low)) return word
    const one = oneByMany.get(low)
    if (one !== undefined) return one
    if (!/[a-z]s$/.test(low) || /(?:ss|us|is|as)$/.test(low)) return word
    if (/[^aeiou]ies$/.test(low) && low.length > 4) return `${word.slice(0, -3)}y`
    if (/(?:sses|xes|zzes|ches|shes)$/.test(low)) return word.slice(0, -2)
    return word.slice(0, -1)
  })
}

function onLastWord(noun: string, change: (word: string) => string): string {
  const space = noun.lastIndexOf(' ')
  return noun.slice(0, space + 1) + change(noun.slice(space + 1))
}

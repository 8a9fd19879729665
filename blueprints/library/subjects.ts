/** What things of a kind are usually known by, for prompts that name no fields; and how an app about them looks. */
import type { RequestedField } from './read-request.ts'
import { stem, stems } from './words.ts'

export interface Subject {
  readonly icon: string
  readonly accent: string
  readonly category: string
  readonly fields: readonly RequestedField[]
}

/** `name, status (a | b)` */
function field(written: string): RequestedField {
  const [, name = '', inside = ''] = /^\s*([^(]*?)\s*(?:\(([^)]*)\))?\s*$/.exec(written) ?? []
  return { name, choices: inside === '' ? [] : inside.split('|').map(choice => choice.trim()) }
}

const written: readonly (readonly [words: string, icon: string, accent: string, category: string, fields: string])[] = [
  ['plant flower garden seed houseplant tree vegetable', 'sprout', 'green', 'home', 'Name, Room, Last watered, Notes, Photo'],
  ['book reading novel library', 'book-open', 'amber', 'lifestyle', 'Title, Author, Genre, Status (Want to read | Reading | Finished), Rating, Notes'],
  ['movie film series show anime tv cinema documentary', 'clapperboard', 'red', 'lifestyle', 'Title, Genre, Watched, Rating, Notes'],
  ['recipe dish meal cooking', 'chef-hat', 'orange', 'home', 'Name, Category, Minutes, Ingredients, Instructions, Rating'],
  ['wine whisky beer coffee tea cheese cocktail', 'wine', 'rose', 'lifestyle', 'Name, Type, Year, Price, Rating, Notes'],
  ['workout exercise gym training run running fitness swim cycling yoga hike', 'dumbbell', 'red', 'health', 'Date, Activity, Minutes, Distance, Notes'],
  ['weight', 'weight', 'teal', 'health', 'Date, Weight in kg'],
  ['mood feeling emotion', 'smile', 'yellow', 'health', 'Date, Mood, Notes'],
  ['sleep', 'moon', 'indigo', 'health', 'Date, Hours, Rating, Notes'],
  ['water hydration', 'droplets', 'cyan', 'health', 'Date, Glasses'],
  ['blood pressure', 'heart-pulse', 'red', 'health', 'Date, Systolic, Diastolic, Notes'],
  ['medication medicine pill vitamin', 'pill', 'teal', 'health', 'Name, Dose, Time, Taken, Notes'],
  ['symptom pain headache migraine allergy', 'stethoscope', 'red', 'health', 'Date, Symptom, Level, Notes'],
  ['income earning invoice sale', 'coins', 'green', 'finance', 'Date, Source, Amount, Paid'],
  ['subscription membership', 'repeat', 'violet', 'finance', 'Name, Price, Renews on, Category, Active'],
  ['bill debt loan rent', 'receipt', 'amber', 'finance', 'Name, Amount, Due, Paid'],
  ['contact people person friend client customer guest member employee', 'users', 'blue', 'people', 'Name, Phone, Email, Birthday, Notes'],
  ['birthday anniversary', 'cake', 'pink', 'people', 'Name, Date, Gift idea'],
  ['gift present wish wishlist christmas', 'gift', 'pink', 'people', 'Name, For whom, Price, Bought, Link'],
  ['shopping grocery groceries supermarket', 'shopping-cart', 'green', 'home', 'Name, Quantity, Bought'],
  ['packing suitcase luggage', 'briefcase', 'cyan', 'travel', 'Name, Quantity, Packed'],
  ['pet dog cat vet animal chicken hen horse', 'paw-print', 'brown', 'home', 'Name, Species, Birthday, Last vet visit, Notes, Photo'],
  ['car vehicle maintenance fuel motorcycle bike', 'car', 'slate', 'home', 'Date, Service, Cost, Mileage, Notes'],
  ['game videogame boardgame', 'gamepad-2', 'violet', 'lifestyle', 'Title, Platform, Finished, Rating, Notes'],
  ['music album vinyl song record cd concert', 'music', 'purple', 'lifestyle', 'Title, Artist, Year, Genre, Rating'],
  ['stamp coin card figure comic watch antique art painting lego', 'gem', 'amber', 'lifestyle', 'Name, Year, Condition, Value, Photo, Notes'],
  ['trip travel journey vacation holiday', 'plane', 'cyan', 'travel', 'Place, Country, Start date, Cost, Rating, Notes'],
  ['restaurant cafe bar place', 'utensils', 'orange', 'lifestyle', 'Name, City, Visited, Rating, Notes'],
  ['job application interview', 'briefcase', 'blue', 'work', 'Company, Role, Status (Applied | Interview | Offer | Rejected), Applied on, Link, Notes'],
  ['dream', 'moon', 'indigo', 'lifestyle', 'Date, Title, Text'],
  ['gratitude thankful', 'heart', 'pink', 'lifestyle', 'Date, Grateful for, Notes'],
  ['diary journal day', 'notebook-pen', 'violet', 'lifestyle', 'Date, Title, Text, Mood'],
  ['grade student class course exam homework assignment school', 'graduation-cap', 'indigo', 'education', 'Name, Subject, Due, Score, Done'],
  ['word vocabulary language phrase', 'languages', 'teal', 'education', 'Word, Meaning, Topic, Learned'],
  ['idea inspiration', 'lightbulb', 'yellow', 'productivity', 'Title, Category, Notes'],
  ['bug issue ticket defect', 'bug', 'red', 'work', 'Title, Status, Priority, Reported on, Notes'],
  ['project', 'folder', 'blue', 'work', 'Name, Status, Deadline, Priority, Notes'],
  ['goal resolution bucket', 'target', 'green', 'productivity', 'Goal, Category, Deadline, Done, Notes'],
  ['link bookmark article website', 'bookmark', 'blue', 'productivity', 'Title, Link, Tags, Read'],
  ['quote saying', 'quote', 'purple', 'lifestyle', 'Quote, Who said it, Tags'],
  ['chore cleaning household', 'spray-can', 'teal', 'home', 'Name, Room, Last done, Who'],
  ['tool equipment device gear electronics stock warehouse product inventory', 'boxes', 'slate', 'work', 'Name, Category, Quantity, Location, Value'],
  ['clothes wardrobe outfit shoe', 'shirt', 'pink', 'lifestyle', 'Name, Type, Color, Size, Photo'],
  ['bird birdwatching species wildlife sighting', 'bird', 'green', 'lifestyle', 'Date, Species name, Location, Count, Notes'],
  ['fish fishing catch', 'fish', 'cyan', 'lifestyle', 'Date, Fish, Place, Length in cm, Weight in kg'],
  ['hour timesheet worklog work', 'clock', 'blue', 'work', 'Date, Project, Hours, Notes'],
  ['meeting', 'calendar', 'blue', 'work', 'Date, Title, Who was there, Notes'],
  ['baby feeding child', 'baby', 'pink', 'people', 'Date, Time, What happened, Notes'],
  ['event party wedding', 'party-popper', 'purple', 'people', 'Name, Date, Place, Notes'],
]
const subjectByStem = new Map(
  written.flatMap(([words, icon, accent, category, fields]) => {
    const subject: Subject = { icon, accent, category, fields: fields.split(', ').map(field) }
    return words.split(' ').map(word => [stem(word), subject] as const)
  }),
)

/** A word for each kind of thing that is known. */
export const knownSubjects: readonly string[] = written.map(([words]) => words.split(' ')[0] as string)

const accents = ['blue', 'teal', 'violet', 'orange', 'green', 'pink', 'indigo', 'amber', 'cyan', 'purple']

/** Whether a word names things whose fields are known. */
export function isKnownSubject(word: string): boolean {
  return stems(word).some(each => subjectByStem.has(each))
}

/** What is known about things of this kind; of others, what any list of things has. The last word says most. */
export function describeSubject(subject: string, container: string): Subject {
  const words = stems(subject)
  for (const word of [...words].reverse()) {
    const known = subjectByStem.get(word)
    if (known) return known
  }
  return { ...usual(container), accent: accents[words.join('').length % accents.length] ?? 'blue' }
}

function usual(container: string): Subject {
  const of = (icon: string, fields: string): Subject => ({ icon, accent: 'blue', category: 'lists', fields: fields.split(', ').map(field) })
  if (/^(?:log|logbook|diary|journal|ledger|record)$/.test(container)) return of('notebook-pen', 'Date, Title, Notes')
  if (/^(?:inventory|register|registry)$/.test(container)) return of('boxes', 'Name, Category, Quantity, Location')
  if (/^(?:collection|catalog|catalogue|archive)$/.test(container)) return of('library', 'Name, Category, Year, Value, Notes')
  if (/^(?:checklist|wishlist)$/.test(container)) return of('list-checks', 'Name, Done')
  if (/^(?:directory|database)$/.test(container)) return of('database', 'Name, Category, Link, Notes')
  return of('list', 'Name, Category, Date, Notes')
}

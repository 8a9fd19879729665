import { describe, expect, it } from 'vitest'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { phrases } from './phrases.ts'
import { languages, sayIn } from './say.ts'

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()

describe('the words of components', () => {
  it.each(Object.entries({ de, fr, es, ar, ja }))('in %s are all there, and have the same places to fill in', (language, translation) => {
    expect(languages).toContain(language)
    expect(Object.keys(translation).toSorted()).toEqual([...phrases].toSorted())
    for (const phrase of phrases) {
      expect(translation[phrase].trim(), phrase).not.toBe('')
      expect(holes(translation[phrase]), phrase).toEqual(holes(phrase))
    }
  })

  it('are said in the language, or in English', () => {
    expect(sayIn('de-AT')('Remove {name}', { name: 'Ferns' })).toBe('Ferns entfernen')
    expect(sayIn('pt-BR')('Remove {name}', { name: 'Ferns' })).toBe('Remove Ferns')
    expect(sayIn('__proto__')('Close')).toBe('Close')
  })

  it('are filled in once, and with own values only', () => {
    expect(sayIn('en')('Move {name}', { name: '{name} $& {place}' })).toBe('Move {name} $& {place}')
    expect(sayIn('en')('Move to {place}', {})).toBe('Move to {place}')
  })
})

/**
 * What components say of their own accord (“Search”, “No cards”), in the person's language. English where there is no
 * table for it, and outside any app. An app's own texts are its author's and are never touched.
 */
import { useMemo } from 'react'
import { useLocale } from '../locale.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import type { Phrase, Translation } from './phrases.ts'

/** A phrase, its braces filled in with `values`. */
export type Say = (phrase: Phrase, values?: Readonly<Record<string, string | number>>) => string

const translations: ReadonlyMap<string, Translation> = new Map([
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['ar', ar],
  ['ja', ja],
])

/** The languages that there is a table for, beside English. */
export const languages: readonly string[] = Object.freeze([...translations.keys()])

/** How to say things in a language (BCP 47; only its first part counts). */
export function sayIn(language: string): Say {
  const translation = translations.get((language.split('-', 1)[0] ?? '').toLowerCase())
  // What is filled in is not looked at again: a name may have braces of its own.
  return (phrase, values) =>
    (translation?.[phrase] ?? phrase).replace(/\{(\w+)\}/g, (hole, name: string) => (values && Object.hasOwn(values, name) ? String(values[name]) : hole))
}

export const sayInEnglish: Say = sayIn('en')

/** How to say things in the language of the app around. */
export function useSay(): Say {
  const { language } = useLocale()
  return useMemo(() => sayIn(language), [language])
}

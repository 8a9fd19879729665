import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cssColor, paletteNames, seriesColor } from './color.ts'

describe('cssColor', () => {
  it('[B48] resolves tones, palette names and hex', () => {
    expect(cssColor('accent')).toBe('var(--accent)')
    expect(cssColor('Teal')).toBe('var(--palette-teal)')
    expect(cssColor('grey')).toBe('var(--palette-gray)')
    expect(cssColor('#0F172A')).toBe('#0f172a')
    expect(cssColor('#abc')).toBe('#abc')
  })

  it('[B48] gives null for any other text, so CSS never comes from an app', () => {
    for (const hostile of [
      'url(https://a.example)',
      'var(--x)',
      '#12',
      '#abcg',
      '#ffffff;x',
      'red;',
      '__proto__',
      'constructor',
      'expression(1)',
      '',
      7,
      null,
      {},
    ])
      expect(cssColor(hostile), String(hostile)).toBeNull()
  })

  it('knows a token for each palette name', () => {
    const css = readFileSync(`${import.meta.dirname}/palette.css`, 'utf8')
    for (const name of paletteNames) expect(css).toContain(`--palette-${name}:`)
  })

  it('gives every series a colour', () => {
    expect(new Set(Array.from({ length: 10 }, (_, i) => seriesColor(i))).size).toBe(10)
    expect(seriesColor(10)).toBe(seriesColor(0))
  })
})

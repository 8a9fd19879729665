import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentBase, accentNames, accentScale, hardestGrounds } from './accent.ts'
import { contrast, hexToOklch, type Oklch, oklchToLinear } from './oklch.ts'
import { presets } from './presets.ts'
import { themeAttributes } from './theme.ts'

/** Each promise of an accent scale, with the worst ratio found. */
function expectReadable(base: Oklch): void {
  for (const mode of ['light', 'dark'] as const) {
    const { fill, on, soft, text } = accentScale(base, mode)
    expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(fill, hardestGrounds[mode])).toBeGreaterThanOrEqual(3)
    expect(contrast(text, soft)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(text, hardestGrounds[mode])).toBeGreaterThanOrEqual(4.5)
  }
}

describe('oklch', () => {
  it('reads hex colours as the standard gives them', () => {
    expect(hexToOklch('#ffffff')!.l).toBeCloseTo(1, 3)
    const red = hexToOklch('#f00')!
    expect([red.l, red.c, red.h].map(part => +part.toFixed(2))).toEqual([0.63, 0.26, 29.23])
    for (const text of ['red', '#ff', '#gggggg', '', '#ff0000ff']) expect(hexToOklch(text)).toBeNull()
  })

  it('has black and white at 21:1, whichever comes first', () => {
    const black = hexToOklch('#000')!
    const white = hexToOklch('#fff')!
    expect(contrast(black, white)).toBeCloseTo(21, 1)
    expect(contrast(white, black)).toBeCloseTo(21, 1)
  })

  it('comes back from linear light to where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), number => {
        const color = hexToOklch(`#${number.toString(16).padStart(6, '0')}`)!
        for (const part of oklchToLinear(color)) {
          expect(part).toBeGreaterThan(-0.001)
          expect(part).toBeLessThan(1.001)
        }
      }),
    )
  })
})

describe('accent', () => {
  it('[B48] reads at 4.5:1 in both modes, whatever colour was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), number => {
        expectReadable(hexToOklch(`#${number.toString(16).padStart(6, '0')}`)!)
      }),
    )
  })

  it('[B48] reads for every name of the palette and every preset', () => {
    for (const name of accentNames) expectReadable(accentBase(name)!)
    for (const preset of presets.values()) expectReadable(preset.accent)
  })
})

describe('themeAttributes', () => {
  it('[B48] takes the preset, and what refines it', () => {
    const { attributes } = themeAttributes({ preset: 'forest', density: 'compact', mode: 'dark' })
    expect(attributes).toEqual({ 'data-theme': 'forest', 'data-mode': 'dark', 'data-density': 'compact', 'data-radius': 'soft', 'data-ground': 'paper' })
  })

  it('[S30] lets no text of the theme into the style', () => {
    const hostile = 'red; background: url(https://evil.example)'
    const theme = { preset: '__proto__', accent: hostile, mode: hostile, density: 'constructor', radius: 7, ground: hostile }
    expect(themeAttributes(theme)).toEqual(themeAttributes({}))
  })
})

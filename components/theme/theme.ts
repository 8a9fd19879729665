import type { CSSProperties } from 'react'
import type { JsonObject } from '../../schema/json/json.ts'
import { accentBase, accentProperties } from './accent.ts'
import { seriesProperties } from './color.ts'
import { greyProperties } from './greys.ts'
import { densities, grounds, modes, type Preset, presets, radii } from './presets.ts'

export interface ThemeAttributes {
  readonly attributes: {
    readonly 'data-theme': string
    readonly 'data-mode': string
    readonly 'data-density': string
    readonly 'data-radius': string
    readonly 'data-ground': string
    readonly 'data-cards': Preset['cards']
    readonly 'data-fields': Preset['fields']
    readonly 'data-buttons': Preset['buttons']
    readonly 'data-labels': 'plain' | 'capitals'
  }
  /** Custom properties of the app's root: the greys and the accent in both modes, the series' colours, how titles are set, and the pace. */
  readonly style: CSSProperties
}

/** An own property of `theme` if it is one of `allowed`, else `otherwise`. */
function pick<T extends string>(theme: JsonObject, key: string, allowed: readonly T[], otherwise: T): T {
  const value = Object.hasOwn(theme, key) ? theme[key] : undefined
  return allowed.find(item => item === value) ?? otherwise
}

/**
 * What `app.theme` (B48) makes of the app's root element. Whatever is missing or unknown is the preset's own
 * choice, and an unknown preset is `paper`; nothing of the theme's text reaches a style as it is written.
 * The accent reads on every ground of both modes (4.5:1 for text), whatever colour was asked for.
 */
export function themeAttributes(theme: JsonObject): ThemeAttributes {
  const name = pick(theme, 'preset', [...presets.keys()], 'paper')
  const preset = presets.get(name)!
  const accent = accentBase(Object.hasOwn(theme, 'accent') ? theme.accent : null)
  const { font, weight, scale, spacing, capitals } = preset.titles
  const style: Record<string, string | number> = {
    '--hue': preset.light.hue,
    '--hue-dark': preset.dark.hue,
    '--tint': preset.light.tint,
    '--font-display': `var(--font-${font})`,
    '--title-weight': weight,
    '--title-scale': scale,
    '--title-spacing': `${spacing}em`,
    '--title-case': capitals ? 'uppercase' : 'none',
    '--pace': preset.pace,
    ...greyProperties(preset),
    ...accentProperties(accent, preset),
    ...seriesProperties((accent ?? preset.accent).h, preset.series),
  }
  if (preset.body) style['--font-ui'] = `var(--font-${preset.body})`
  return {
    attributes: {
      'data-theme': name,
      'data-mode': pick(theme, 'mode', modes, preset.mode),
      'data-density': pick(theme, 'density', densities, preset.density),
      'data-radius': pick(theme, 'radius', radii, preset.radius),
      'data-ground': pick(theme, 'ground', grounds, preset.ground),
      'data-cards': preset.cards,
      'data-fields': preset.fields,
      'data-buttons': preset.buttons,
      'data-labels': preset.capitalLabels ? 'capitals' : 'plain',
    },
    style: style as CSSProperties,
  }
}

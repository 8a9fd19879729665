import type { CSSProperties } from 'react'
import type { JsonObject } from '../../schema/json/json.ts'
import { accentBase, accentProperties } from './accent.ts'
import { seriesProperties } from './color.ts'
import { densities, grounds, modes, presets, radii } from './presets.ts'

export interface ThemeAttributes {
  readonly attributes: {
    readonly 'data-theme': string
    readonly 'data-mode': string
    readonly 'data-density': string
    readonly 'data-radius': string
    readonly 'data-ground': string
  }
  /** Custom properties of the app's root: hue of the greys, letters, and the accent in both modes. */
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
  const accent = accentBase(Object.hasOwn(theme, 'accent') ? theme.accent : null) ?? preset.accent
  const style: Record<string, string | number> = {
    '--hue': preset.hue,
    '--hue-dark': preset.hueDark,
    '--tint': preset.tint,
    '--font-display': `var(--font-${preset.display})`,
    ...accentProperties(accent),
    ...seriesProperties(accent.h),
  }
  if (preset.body) style.fontFamily = `var(--font-${preset.body})`
  return {
    attributes: {
      'data-theme': name,
      'data-mode': pick(theme, 'mode', modes, preset.mode),
      'data-density': pick(theme, 'density', densities, 'cozy'),
      'data-radius': pick(theme, 'radius', radii, preset.radius),
      'data-ground': pick(theme, 'ground', grounds, preset.ground),
    },
    style: style as CSSProperties,
  }
}

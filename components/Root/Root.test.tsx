import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { useLocale } from '../locale.ts'
import { Root } from './Root.tsx'
import { surroundings } from './surroundings.ts'

const root = (): HTMLElement => document.querySelector('.cy-app')!

describe('Root', () => {
  it('[B48] carries the theme as attributes and custom properties', async () => {
    const { container } = render(
      <Root theme={{ preset: 'ink', density: 'compact', accent: '#aa3300' }} developing {...surroundings}>
        <p>app</p>
      </Root>,
    )
    expect(root().dataset).toMatchObject({ theme: 'ink', density: 'compact', radius: 'sharp', developing: '' })
    expect(root().style.getPropertyValue('--accent')).toMatch(/^light-dark\(oklch\(/)
    expect(screen.getByText('app')).toBeTruthy()
    await expectNoViolations(container)
  })

  it('takes its language and direction from the locale', () => {
    const Currency = () => <p>{useLocale().currency}</p>
    const locale = { language: 'ar-EG', timeZone: 'Africa/Cairo', currency: 'EGP' }
    const { rerender } = render(
      <Root theme={{}} developing={false} {...surroundings} locale={locale}>
        <Currency />
      </Root>,
    )
    expect(root().dir).toBe('rtl')
    expect(root().lang).toBe('ar-EG')
    expect(screen.getByText('EGP')).toBeTruthy()
    rerender(<Root theme={{}} developing={false} {...surroundings} locale={{ ...locale, language: 'no language' }} />)
    expect(root().lang).toBe('en-US')
  })
})

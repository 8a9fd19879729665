import { readFileSync } from 'node:fs'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Illustration } from './Illustration.tsx'
import { illustrationNames, isIllustration } from './illustration-names.ts'

describe('illustrations', () => {
  it('are those that a blueprint can name', () => {
    const tokens = JSON.parse(readFileSync('schema/tokens.json', 'utf8'))
    expect([...illustrationNames].sort()).toEqual([...tokens.$defs.illustration.enum].sort())
  })

  it.each(illustrationNames)('%s is drawn in the ink and accent of where it stands, inside its sheet', async name => {
    const { container } = render(<Illustration name={name} />)
    await expect.poll(() => container.querySelectorAll('svg *').length).toBeGreaterThan(5)
    const markup = container.innerHTML
    expect(markup).not.toMatch(/NaN|undefined|url\(|#[0-9a-f]{3}|style=/i)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('[S6] have no name but their own', () => {
    for (const name of ['toString', '__proto__', 'List', '', null, 3, ['list']]) expect(isIllustration(name)).toBe(false)
  })
})

import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Spacer } from './Spacer.tsx'

describe('Spacer', () => {
  it('is an empty element that says nothing', async () => {
    const { container } = render(<Spacer id="gap" />)
    expect(container.firstElementChild?.outerHTML).toBe('<div class="cy-spacer" data-node="gap"></div>')
    await expectNoViolations(container)
  })
})

import { cleanup } from '@testing-library/react'
import { afterAll, afterEach } from 'vitest'
import { fillDomGaps } from './dom-gaps.ts'

fillDomGaps(window)
afterEach(cleanup)
// The announcer speaks its first words 100 ms late, if its element is still in the page: by then there may be no page left.
afterAll(() => {
  for (const announcer of document.querySelectorAll('[data-live-announcer]')) announcer.remove()
})

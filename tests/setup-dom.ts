import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { fillDomGaps } from './dom-gaps.ts'

fillDomGaps(window)
afterEach(cleanup)

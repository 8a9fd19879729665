import { it } from 'vitest'
import { cleanup } from '@testing-library/react'
import { draw, settle } from './draw.tsx'
const n = 65_536
const fill = (s: string) => s.repeat(Math.floor(n / s.length))
it('x', async () => {
  draw({ view: { type: 'Markdown', text: 'x' } }); await import('../../components/Markdown/MarkdownText.tsx'); await settle(); cleanup()
  for (const s of ['[', '![', '*a ', '_a', '**a', '`', '``a`', '<', '<a ', '> ', '- ', '|', '|a|\n|-|\n', 'a@', 'http://a ', '[a](', '[a]: b\n', '~~', '\\', '&#', '1. ', '[^1]', '\n', '<!--', '[](']) {
    const t = performance.now(); draw({ view: { type: 'Markdown', text: fill(s) } }); const ms = Math.round(performance.now() - t)
    if (ms > 1000) console.log(JSON.stringify(s), ms)
    cleanup()
  }
}, 300_000)

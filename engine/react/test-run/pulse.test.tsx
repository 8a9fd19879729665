import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { createPulse } from './pulse.tsx'

it('beats after what was due is drawn, and after its effects', async () => {
  const pulse = createPulse()
  const container = document.createElement('div')
  let change = (_: string) => {}
  function Shown() {
    const [text, setText] = useState('first')
    const [after, setAfter] = useState('')
    change = setText
    useEffect(() => setAfter(text), [text])
    return `${text} ${after}`
  }
  const root = createRoot(container)
  root.render([<Shown key="shown" />, pulse.element])
  await pulse.beat()
  expect(container.textContent).toMatch(/^first/)
  change('second')
  await pulse.beat()
  await pulse.beat()
  expect(container.textContent).toBe('second second')
  root.unmount()
})

import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** A frame round an element of the page, above everything, that takes no presses. */
export function NodeBox({ element, name }: { readonly element: Element; readonly name: string }): ReactNode {
  const [rect, setRect] = useState<DOMRect | null>(null)
  useLayoutEffect(() => {
    let frame = 0
    // What it stands round may move and grow.
    const follow = () => {
      const next = boxOf(element)
      setRect(before =>
        before && next && before.x === next.x && before.y === next.y && before.width === next.width && before.height === next.height ? before : next,
      )
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [element])
  if (!rect) return null
  return createPortal(
    <div className="inspector-box" aria-hidden="true" style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}>
      <span>{name}</span>
    </div>,
    document.body,
  )
}

/** An element without a box of its own is as large as what is in it. */
function boxOf(element: Element): DOMRect | null {
  if (!element.isConnected) return null
  const own = element.getBoundingClientRect()
  if (own.width > 0 || own.height > 0) return own
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}

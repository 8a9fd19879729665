const pieces = 48
const colours = ['oklch(0.72 0.15 240)', 'oklch(0.8 0.14 85)', 'oklch(0.72 0.16 20)', 'oklch(0.78 0.14 150)']

/** A short burst of paper over the page. Nothing under reduced motion; it never takes a press. */
export function celebrate(): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const layer = document.createElement('div')
  layer.setAttribute('aria-hidden', 'true')
  Object.assign(layer.style, { position: 'fixed', inset: '0', pointerEvents: 'none', overflow: 'hidden', zIndex: '5' })
  for (let i = 0; i < pieces; i++) {
    const piece = document.createElement('div')
    Object.assign(piece.style, {
      position: 'absolute',
      left: '50%',
      top: '40%',
      width: '8px',
      height: '12px',
      borderRadius: '1px',
      background: colours[i % colours.length]!,
    })
    layer.append(piece)
    const angle = (i / pieces) * 2 * Math.PI
    const reach = 120 + ((i * 61) % 220)
    piece.animate(
      [
        { transform: 'translate(0, 0) rotate(0)', opacity: 1 },
        { transform: `translate(${Math.cos(angle) * reach}px, ${Math.sin(angle) * reach - 60}px) rotate(${i * 40}deg)`, opacity: 1, offset: 0.5 },
        { transform: `translate(${Math.cos(angle) * reach * 1.2}px, ${Math.sin(angle) * reach + 320}px) rotate(${i * 90}deg)`, opacity: 0 },
      ],
      { duration: 1600, easing: 'cubic-bezier(0.1, 0.6, 0.4, 1)', fill: 'forwards' },
    )
  }
  document.body.append(layer)
  setTimeout(() => layer.remove(), 1700)
}

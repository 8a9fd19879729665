/** Calls `run` before the next frame of the page; where it draws none, because it is hidden, soon. */
export function nextFrame(run: () => void): void {
  if (globalThis.document?.visibilityState === 'visible') requestAnimationFrame(run)
  else setTimeout(run, 50)
}

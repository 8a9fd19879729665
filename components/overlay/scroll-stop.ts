const reachable = 'a[href], button, input, select, textarea, [tabindex]'

/**
 * Makes a region a stop for Tab while it scrolls and holds nothing else that Tab could reach, so that the arrow keys can
 * scroll it in every browser. Its first element holds all of its content: when either changes its size, this looks again.
 * A ref of React's: gives the function that ends it.
 */
export function scrollStop(region: HTMLElement): () => void {
  const look = (): void => {
    // Sizes last: reading them makes the browser lay out the page.
    if (!region.querySelector(reachable) && region.scrollHeight > region.clientHeight + 1) region.tabIndex = 0
    else region.removeAttribute('tabindex')
  }
  const observer = new ResizeObserver(look)
  observer.observe(region)
  if (region.firstElementChild) observer.observe(region.firstElementChild)
  look()
  return () => observer.disconnect()
}

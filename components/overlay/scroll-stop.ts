import { type RefObject, useEffect } from 'react'

/**
 * Makes a region a stop for Tab while it scrolls, so that the arrow keys can scroll it in every browser; one that shows
 * everything is no stop. The region's first element holds all of its content: when either changes its size, this looks again.
 */
export function useScrollStop(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current
    if (!element) return
    const look = (): void => {
      if (element.scrollHeight > element.clientHeight + 1) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    look()
    return () => observer.disconnect()
  }, [region])
}

/**
 * React Aria adds an inline `<style>` to the page once, if none with this id is there. The page's policy
 * refuses inline styles, so its place is taken by an inert element and its one rule is in `theme/reset.css`.
 */
const styleId = 'react-aria-pressable-style'

export function claimPressableStyle(): void {
  if (typeof document === 'undefined' || document.getElementById(styleId)) return
  const place = document.createElement('meta')
  place.id = styleId
  document.head.append(place)
}

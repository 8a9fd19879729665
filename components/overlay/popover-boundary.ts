/**
 * The edge that React Aria keeps a popover within, for one drawn inside `layer`.
 *
 * React Aria adds the boundary's place in the viewport to distances that it measures within the popover's
 * container (`calculatePosition`, 1.22). That is right for the page's body alone, so an app's own root cannot be given as the boundary:
 * a popover near its lower edge would neither turn nor shrink. This element belongs to no document and answers with the layer's size at the
 * origin, with which those sums come out in the layer's own coordinates.
 */
export function createPopoverBoundary(layer: HTMLElement): Element {
  const document = layer.ownerDocument
  const boundary = document.createElement('div')
  boundary.getBoundingClientRect = () => {
    const { scrollLeft, scrollTop } = document.documentElement
    return new DOMRect(-scrollLeft, -scrollTop, layer.clientWidth, layer.clientHeight)
  }
  return boundary
}

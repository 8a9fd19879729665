/**
 * What may stand in the page of an app. An allow-list: an element or an attribute that nobody thought of
 * is a finding, not a gap.
 */

const ELEMENTS: ReadonlySet<string> = new Set(
  `a article aside audio b blockquote br button caption code col colgroup dd del details dfn div dl dt em fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark menu nav ol optgroup option output p pre progress s samp section select
   small span strong sub summary sup table tbody td template textarea tfoot th thead time tr u ul video
   svg g path circle ellipse line rect polyline polygon text tspan defs clippath lineargradient radialgradient stop title desc image`
    .trim()
    .split(/\s+/),
)

/** Attributes that load, send, run or restyle. `href` and `src` have rules of their own. */
const FORBIDDEN: ReadonlySet<string> = new Set(
  `srcdoc srcset imagesrcset action formaction ping background poster xlink:href manifest data codebase archive classid profile longdesc usemap
   is http-equiv nonce integrity autofocus accesskey sandbox allow csp crossorigin download onbegin attributename`
    .trim()
    .split(/\s+/),
)

const LINK = /^(?:https:|mailto:|tel:)/
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp)(?:;base64)?,|^blob:http:\/\/localhost/i
const RECORDING = /^data:(?:audio|video)\/[\w.+-]+(?:;[\w=.,+-]+)?;base64,|^blob:http:\/\/localhost/i

/** What must not be in the page, each in words; an empty list where all is well. */
export function findings(root: ParentNode): string[] {
  const found: string[] = []
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName
    if (!ELEMENTS.has(name.toLowerCase())) found.push(`<${name}>`)
    for (const { name: attribute, value } of element.attributes) {
      const problem = problemOf(element, attribute.toLowerCase(), value)
      if (problem) found.push(`<${name} ${attribute}=${JSON.stringify(value.slice(0, 120))}> ${problem}`)
    }
    if (name === 'a' && element.hasAttribute('href') && !/\bnoopener\b/.test(element.getAttribute('rel') ?? '')) found.push('<a> without rel=noopener')
    if (
      name === 'input' &&
      ['password', 'hidden', 'image', 'submit'].includes(element.getAttribute('type') ?? '') &&
      (element as HTMLInputElement).value !== ''
    )
      found.push(`<input type=${element.getAttribute('type')}>`)
  }
  return found
}

function problemOf({ localName: element, role }: Element, attribute: string, value: string): string | null {
  if (attribute.startsWith('on')) return 'is a handler'
  // The parts of a date are typed into one by one.
  if (attribute === 'contenteditable') return value === 'false' || role === 'spinbutton' ? null : 'is forbidden'
  if (FORBIDDEN.has(attribute)) return 'is forbidden'
  if (attribute === 'href') return (element === 'a' && LINK.test(value)) || (element === 'image' && PICTURE.test(value)) ? null : 'leads elsewhere'
  if (attribute === 'src')
    return (element === 'img' && PICTURE.test(value)) || (/^(?:audio|video)$/.test(element) && RECORDING.test(value)) ? null : 'loads something'
  if (attribute === 'autoplay') return 'begins by itself'
  // What is there for screen readers alone is clipped away.
  if (attribute === 'style')
    return /url\((?!["']?#)|@import|expression\(|javascript:/i.test(value) || (/position:\s*fixed/.test(value) && !/clip: rect\(0px/.test(value))
      ? 'restyles'
      : null
  // Presentation attributes of SVG take addresses too.
  if (['fill', 'stroke', 'filter', 'mask', 'clip-path', 'marker-start', 'marker-end', 'cursor'].includes(attribute))
    return /url\((?!["']?#)/i.test(value) ? 'loads something' : null
  // A name of the author's own would be a property of `document`.
  if (attribute === 'id' || attribute === 'name') return /^(?:react-aria|user-content-|recharts|_r_|«|:r|cy-)|^_/.test(value) ? null : 'names an element'
  if (attribute === 'class') return /^[\w\s:[\]()/.&;-]*$/.test(value) ? null : 'is no class of ours'
  return null
}

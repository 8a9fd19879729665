/** Words of other languages for what is called something else here. All are lower case, without `_` and `-`. */
import { type Near, nearest } from './nearest.ts'

const properties: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    type: ['component', 'kind', 'element', 'tag', 'widget'],
    text: ['content', 'value', 'label', 'title', 'message', 'body', 'caption'],
    label: ['text', 'title', 'caption', 'name', 'content', 'heading'],
    title: ['label', 'heading', 'header', 'name', 'text'],
    about: ['help', 'hint', 'description', 'subtitle', 'helptext', 'tooltip'],
    show: ['if', 'visible', 'when', 'showif', 'visibleif', 'vif', 'condition'],
    each: ['for', 'foreach', 'repeat', 'vfor', 'loop', 'list', 'items', 'data'],
    as: ['itemname', 'itemas', 'alias', 'var'],
    key: ['keyfield', 'idfield', 'keyby', 'trackby'],
    bind: ['model', 'binding', 'bindto', 'state', 'vmodel', 'path', 'value'],
    children: ['content', 'body', 'child', 'childs', 'items', 'elements', 'contents', 'components'],
    options: ['items', 'choices', 'values', 'data', 'list'],
    items: ['options', 'data', 'list', 'entries', 'rows'],
    rows: ['data', 'items', 'list', 'records'],
    columns: ['fields', 'cols', 'headers'],
    data: ['items', 'values', 'rows', 'series', 'points'],
    onPress: ['onclick', 'ontap', 'click', 'action', 'press', 'do', 'onselect', 'handler', 'onaction'],
    onChange: ['onupdate', 'oninput', 'onselect', 'onvaluechange', 'change'],
    onSubmit: ['onsave', 'submit', 'onenter', 'onpress'],
    onEnter: ['onsubmit', 'onkeyenter', 'onreturn'],
    onClose: ['ondismiss', 'oncancel', 'onhide'],
    disabled: ['isdisabled', 'disable'],
    loading: ['isloading', 'busy'],
    open: ['isopen', 'visible', 'show', 'opened'],
    icon: ['iconname', 'emoji', 'name'],
    name: ['icon', 'label'],
    tone: ['color', 'colour', 'severity', 'intent', 'status'],
    variant: ['style', 'kind', 'look', 'appearance'],
    gap: ['spacing', 'space'],
    pad: ['padding', 'p'],
    align: ['alignitems', 'textalign'],
    justify: ['justifycontent'],
    placeholder: ['hint', 'prompt'],
    href: ['url', 'to', 'link', 'src'],
    src: ['url', 'source', 'image'],
    max: ['maximum', 'total', 'outof'],
    min: ['minimum'],
    empty: ['placeholder', 'emptystate', 'emptytext', 'ifempty'],
    tip: ['tooltip', 'hint'],
    submitLabel: ['buttonlabel', 'submittext', 'submit'],
  }),
)

const argumentWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    path: ['to', 'target', 'state', 'name', 'key', 'at', 'bind', 'variable', 'in'],
    value: ['to', 'with', 'val', 'data', 'set'],
    to: ['list', 'path', 'in', 'into', 'target', 'state'],
    item: ['value', 'element', 'record', 'data', 'path'],
    in: ['list', 'from', 'path', 'items', 'of', 'each'],
    from: ['list', 'in', 'path'],
    where: ['filter', 'match', 'test', 'if'],
    with: ['value', 'set', 'params', 'args', 'arguments', 'data', 'changes'],
    action: ['name', 'run', 'call'],
    page: ['to', 'name', 'target'],
    params: ['with', 'args', 'arguments'],
    test: ['if', 'condition', 'when', 'cond'],
    then: ['do', 'steps', 'yes', 'iftrue'],
    else: ['otherwise', 'no', 'iffalse'],
    steps: ['do', 'then', 'body'],
    text: ['message', 'title', 'content', 'value', 'label'],
    url: ['href', 'address', 'to', 'endpoint'],
    body: ['data', 'payload', 'content', 'json'],
    out: ['as', 'result', 'into', 'save', 'to'],
    by: ['amount', 'value', 'step', 'delta'],
    when: ['if', 'condition'],
    catch: ['onerror', 'error', 'rescue'],
    for: ['ms', 'duration', 'time', 'delay'],
  }),
)

const typeWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    string: 'text',
    str: 'text',
    int: 'number',
    integer: 'number',
    float: 'number',
    double: 'number',
    decimal: 'number',
    boolean: 'bool',
    datetime: 'time',
    timestamp: 'time',
    object: 'any',
    unknown: 'any',
    json: 'any',
    blob: 'file',
  }),
)

const plain = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '')

/**
 * The one of `names` that a property's wrong name means, by its letters or by what others call it.
 *
 * @param missing names that are required and not there: of several that could be meant, it is one of these
 */
export function nearestProperty(word: string, names: readonly string[], missing: readonly string[] = []): Near | undefined {
  return byWord(word, names, missing, properties)
}

/** The same for an argument of a step. */
export function nearestArgument(word: string, names: readonly string[], missing: readonly string[] = []): Near | undefined {
  return byWord(word, names, missing, argumentWords)
}

function byWord(word: string, names: readonly string[], missing: readonly string[], words: ReadonlyMap<string, readonly string[]>): Near | undefined {
  const near = nearest(word, names)
  const meant = names.filter(name => words.get(name)?.includes(plain(word)))
  const needed = meant.filter(name => missing.includes(name))
  const [first] = needed.length > 0 ? needed : meant
  // Of a word of two or three letters one letter is too much to go by.
  if (first === undefined || (near?.sure && needed.length === 0 && word.length > 3)) return near
  return { name: first, sure: needed.length === 1 || meant.length === 1 }
}

/** `string?` is `text?` here. */
export function typeMeantBy(word: string): string | undefined {
  const bare = word.endsWith('?') ? word.slice(0, -1) : word
  const type = typeWords.get(bare.toLowerCase())
  return type === undefined ? undefined : type + (word.endsWith('?') ? '?' : '')
}

import { cleanText } from './clean-text.ts'

export { cleanText } from './clean-text.ts'

/** Letters that are drawn like Latin ones, behind the letter that they look like. What NFKD resolves is not in here. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'ꓮаαɑ⍺ᴀꭺ@4',
    b: 'ƄꞴⲂꓐьЬВвβʙᏏᏴБ6',
    c: 'ⲥⲤꓚсϲᴄꮯᏟ¢',
    d: 'ᏧꓒꓓԁɗᴅꭰᎠđ',
    e: 'ꬲꓰеєҽεᴇꭼᎬеЕ℮3€',
    f: 'ꬵꞙքꞘꓝғϝꜰƒẝ',
    g: 'ᶃƍꓖɡցɢԍᏀᏻ9',
    h: 'ⲎꓧһհнΗНηʜᏂᎻհ',
    i: 'ͺⲓꙇւꭵⲒꓲіιıɩɪΙІӏǀלוןاᎥⅼ|!1l',
    j: 'ꞲꓙјյϳᴊꭻᎫ',
    k: 'ⲔꓗкκᴋꮶᏦқ',
    l: 'ⳐᏞꓡ',
    m: 'ⲘꓟмΜМϺᴍꮇᎷɱ',
    n: 'ΝⲚꓠпոռɴиИ',
    o: 'ꬽⲟϭⲞꓳоοօσᴏჿסه०০௦ᴑ0ОΟѳθө',
    p: 'ƿϸⲣⳏⲢⳎꓑрρᴘРΡꮲᏢþ',
    q: 'ԛզգ',
    r: 'ꭇꭈⲅꮁᏒꓣгяʀᎡꭱгᴦ',
    s: 'ƽᏕꓢѕꜱꮪᏚՏֆ5$§',
    t: 'ⲦꓔтτᴛТΤꭲᎢ7+',
    u: 'ꞟꭎꭒꓴυսᴜʋцմ',
    v: 'ꓦνѵᴠꮩᏙט',
    w: 'ɯⲽѡᏔꓪԝաωшщᴡꮃᎳ',
    x: 'ꞳⲬꓫхχХΧ×',
    y: 'ɣᶌỿꭚⲩⲨᎽꓬуγүყʏУΥҮᎩ',
    z: 'ΖꓜᴢꮓᏃʐ2',
  }).flatMap(([letter, like]) => [...like].map(character => [character, letter] as const)),
)

/** Pairs that run together into one letter. */
const RUN_TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/** Names that an app must not go by: the desktop's own, and those whose owner people trust. */
const RESERVED: readonly string[] = (
  'Cyanotype Desktop System Settings Setting Permissions Permission Security Approval Approve Allow Admin Administrator Installer Update Updates Launcher ' +
  'Login Password Passwords Account Wallet Bank Anthropic Claude Apple Google Microsoft OpenAI ChatGPT Ollama PayPal Windows Chrome'
).split(' ')

/** Words that change nothing about who a name claims to be. */
const QUALIFIERS: readonly string[] =
  'a an and app apps approved by certified from is of official real safe secure support team the this trusted user verified your center centre'.split(' ')

const reservedBySkeleton: ReadonlyMap<string, string> = new Map(RESERVED.map(name => [skeleton(name), name]))
const qualifierSkeletons: ReadonlySet<string> = new Set(QUALIFIERS.map(skeleton))

/**
 * What a name looks like, in the manner of UTS 39: two names with the same skeleton are hard to tell
 * apart. Invisible characters, accents, case and the difference between letters that are drawn
 * alike are gone; white space is one space. It is for comparing, never for showing.
 */
export function skeleton(text: string): string {
  const bare = resolve(cleanText(text).text).normalize('NFKD').replace(/\p{M}/gu, '')
  // Look-alikes are resolved before NFKD (ϲ is a c to the eye, a sigma to it), after it, and in lower case.
  let latin = ''
  for (const character of resolve(bare).toLowerCase()) latin += LOOKALIKES.get(character) ?? character
  for (const [pair, letter] of RUN_TOGETHER) latin = latin.replace(pair, letter)
  return latin.replace(/\s+/g, ' ').trim()
}

/**
 * The reserved name that a name passes itself off as, or null. It does so where nothing is left of it
 * but reserved names, words like "official" or "by", and signs: `Sуstem`, `System (verified ✓)`, but
 * not `Solar System`.
 */
export function imitates(name: string): string | null {
  const readings = /[\u202A-\u202E\u2066-\u2069\u200F]/.test(name) ? [name, [...name].reverse().join('')] : [name]
  for (const reading of readings) {
    const found = findReserved(reading)
    if (found !== null) return found
  }
  return null
}

function findReserved(name: string): string | null {
  // Signs are told from letters before `1`, `$` or `|` are taken for the letters that they look like.
  const words = cleanText(name)
    .text.split(/[\s\p{P}\p{So}\p{Sk}]+/u)
    .map(skeleton)
    .filter(word => word !== '')
  let found: string | null = null
  for (const word of words) {
    const reserved = reservedBySkeleton.get(word)
    if (reserved !== undefined) found ??= reserved
    else if (!qualifierSkeletons.has(word)) return reservedBySkeleton.get(skeleton(name.replace(/[\s\p{P}\p{S}]+/gu, ''))) ?? null
  }
  return found
}

function resolve(text: string): string {
  let resolved = ''
  for (const character of text) resolved += LOOKALIKES.get(character) ?? character
  return resolved
}

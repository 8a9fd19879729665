/** What a text looks like to a person (S14, S62). */
import { cleanText } from './clean-text.ts'

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

function resolve(text: string): string {
  let resolved = ''
  for (const character of text) resolved += LOOKALIKES.get(character) ?? character
  return resolved
}

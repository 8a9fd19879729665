import type { IssueCode } from './entry.ts'

const as = 'words'
const wrong = 'a link of which a messenger kept only the beginning'
const right = 'the whole link, as Share or "cyanotype link" gave it'

export const linkCodes: Readonly<Record<string, IssueCode>> = {
  'link-malformed': {
    title: 'This is no link to an app',
    why: 'Such a link ends in #/b/ and a hash of 64 digits.',
    mend: 'Copy all of it, or ask for it again.',
    as,
    wrong,
    right,
  },
  'link-damaged': {
    title: 'A link is damaged or was cut short',
    why: 'What it carries is packed, and a single wrong character makes it unreadable.',
    mend: 'Copy all of it, or ask for it again.',
    as,
    wrong,
    right,
  },
  'link-too-large': {
    title: 'What a link carries is larger than any app may be',
    why: 'A short link could otherwise unpack into something that fills the memory.',
    mend: 'Ask for the app as a file.',
    as,
    wrong: 'a link that unpacks to more than 2 MiB',
    right: 'a link to an app within the limits',
  },
  'link-not-json': {
    title: 'What a link carries is no document',
    why: 'It unpacks, but not to a blueprint.',
    mend: 'Ask for the link again.',
    as,
    wrong,
    right,
  },
  'hash-mismatch': {
    title: 'A link carries another app than its hash says',
    why: 'The hash is how an app is known. It is checked before anything else, so that nobody can hand on one app under the name of another.',
    mend: 'Do not use this link. Ask for it again.',
    as,
    wrong: 'a link whose payload was replaced',
    right,
  },
}

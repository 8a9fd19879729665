import { type CSSProperties, type ReactNode, useState } from 'react'
import type { AvatarProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSource } from '../use-source.ts'
import { useSay } from '../words/say.ts'
import './Avatar.css'

/** A person's or thing's picture, or its initials on a colour that its name always gives. */
export function Avatar(props: AvatarProps<ReactNode>): ReactNode {
  const say = useSay()
  const name = textOf(props.name).trim()
  const { url } = useSource(props.src)
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span
      {...rootProps(props, 'cy-avatar', { '--avatar-hue': hueOf(name) } as CSSProperties)}
      data-size={props.size ?? 'm'}
      role="img"
      aria-label={props.ariaLabel ?? (name || say('Nobody'))}
    >
      {url !== null && url !== broken ? <img src={url} alt="" onError={() => setBroken(url)} /> : <span aria-hidden="true">{initialsOf(name)}</span>}
    </span>
  )
}

/** The first letters of the first and the last word, as the name's own script writes them. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  if (first === undefined) return '?'
  const letter = (word: string): string => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? ''
  return (letter(first) + (words.length > 1 ? letter(words[words.length - 1]!) : '')).toLocaleUpperCase()
}

function hueOf(name: string): number {
  let hash = 7
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) % 3600
  return hash / 10
}

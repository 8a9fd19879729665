import { type ReactNode, useState } from 'react'
import { Empty } from '../../components/Empty/Empty.tsx'
import { Heading } from '../../components/Heading/Heading.tsx'
import { Stack } from '../../components/Stack/Stack.tsx'
import { TextField } from '../../components/TextField/TextField.tsx'
import { toolAddress } from '../tools/tool-address.ts'
import { type Found, findByNeed } from './search.ts'
import './FindComponent.css'

/** So many are shown; who asks for more says more. */
const MOST = 120

/** A search by need over the whole catalogue; each result leads to its page. */
export function FindComponent({ need: first = '' }: { readonly need?: string }): ReactNode {
  const [need, setNeed] = useState(first)
  const found = findByNeed(need)
  return (
    <Stack>
      <Heading text="Find a component or a tool" level={1} />
      <TextField
        label="What do you need?"
        placeholder="Something to pick a date range"
        kind="search"
        value={need}
        onChange={({ value }: { readonly value: string }) => setNeed(value)}
      />
      {found.length === 0 && <Empty icon="search" text="Nothing here does that" about="Say it in other words, or look through the list at the side." />}
      <ul className="find-list" aria-label="Found">
        {found.slice(0, MOST).map(one => (
          <FoundOne key={`${one.kind} ${one.name}`} {...one} />
        ))}
      </ul>
    </Stack>
  )
}

function FoundOne({ kind, name, group, about, instead }: Found): ReactNode {
  const address = kind === 'tool' ? toolAddress(name, group) : `./?path=/docs/components-${group}-${name.toLowerCase()}--docs`
  return (
    <li className="find-one">
      <a className="find-name" href={address} target="_top">
        {name}
      </a>
      <p className="find-about">{about}</p>
      <p className="find-instead">{kind === 'tool' ? `A tool: ${group}.` : instead}</p>
    </li>
  )
}

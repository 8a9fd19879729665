import { type ReactNode, useState } from 'react'
import { Empty } from '../../components/Empty/Empty.tsx'
import { Heading } from '../../components/Heading/Heading.tsx'
import { Stack } from '../../components/Stack/Stack.tsx'
import { TextField } from '../../components/TextField/TextField.tsx'
import { type Found, findComponents } from './search.ts'
import './FindComponent.css'

/** A search by need over the whole catalogue; each result leads to the component's page. */
export function FindComponent({ need: first = '' }: { readonly need?: string }): ReactNode {
  const [need, setNeed] = useState(first)
  const found = findComponents(need)
  return (
    <Stack>
      <Heading text="Find a component" level={1} />
      <TextField
        label="What do you need?"
        placeholder="Something to pick a date range"
        kind="search"
        value={need}
        onChange={({ value }: { readonly value: string }) => setNeed(value)}
      />
      {found.length === 0 && <Empty icon="search" text="Nothing here does that" about="Say it in other words, or look through the list at the side." />}
      <ul className="find-list" aria-label="Components">
        {found.map(component => (
          <FoundComponent key={component.name} {...component} />
        ))}
      </ul>
    </Stack>
  )
}

function FoundComponent({ name, group, about, instead }: Found): ReactNode {
  return (
    <li className="find-one">
      <a className="find-name" href={`./?path=/docs/components-${group}-${name.toLowerCase()}--docs`} target="_top">
        {name}
      </a>
      <p className="find-about">{about}</p>
      <p className="find-instead">{instead}</p>
    </li>
  )
}

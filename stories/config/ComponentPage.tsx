import { Canvas, Controls, DocsContext, DocsStory, Heading, Source, Title } from '@storybook/addon-docs/blocks'
import { type ReactNode, useContext, useEffect, useReducer } from 'react'
import { STORY_ARGS_UPDATED } from 'storybook/internal/core-events'
import type { PreparedStory } from 'storybook/internal/types'
import { addons } from 'storybook/preview-api'
import type { JsonObject } from '../../schema/json/json.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import type { StoryParameters } from '../component-stories.tsx'
import { documentOf } from '../examples/index.ts'
import { componentOf, wordsOf } from './arg-types.ts'
import { EventLog } from './EventLog.tsx'
import './pages.css'

/** The page of a component: what it is for, its properties to try, its blueprint, its events, its states, and what else there is of it. */
export function ComponentPage(): ReactNode {
  const context = useContext(DocsContext)
  const stories = context.componentStories()
  const [first] = stories
  if (!first) return <Title />
  const name = componentOf(first.title)
  const example = stories.find(story => parametersOf(story).example)
  const app = stories.find(story => parametersOf(story).document)
  const states = stories.find(story => story.name === 'States')
  const others = stories.filter(story => story !== example && story !== app && story !== states && !/^Ten Thousand/.test(story.name))
  const words = name === undefined ? blockWordsOf(first) : wordsOf(name)
  return (
    <main>
      <Title />
      {words && (
        <>
          <p className="page-about">{words.about}</p>
          {words.instead && <p>{words.instead}</p>}
        </>
      )}
      {example && (
        <>
          <Canvas of={example.moduleExport} sourceState="none" />
          <Heading>Events</Heading>
          <EventLog storyId={example.id} />
          <Heading>Blueprint</Heading>
          <Blueprint story={example} />
          <Heading>Properties</Heading>
          <p>What is changed here is changed above, as it is shown and in its blueprint.</p>
          <Controls of={example.moduleExport} />
        </>
      )}
      {app && (
        <>
          <Canvas of={app.moduleExport} sourceState="none" />
          <Heading>Blueprint</Heading>
          <Source language="json" code={prettyText(parametersOf(app).document ?? null)} />
          <Heading>Events</Heading>
          <EventLog storyId={app.id} />
        </>
      )}
      {states && (
        <>
          <Heading>States</Heading>
          <Canvas of={states.moduleExport} sourceState="none" />
        </>
      )}
      {others.length > 0 && (
        <>
          <Heading>More</Heading>
          {others.map(story => (
            <DocsStory key={story.id} of={story.moduleExport} expanded withToolbar={false} />
          ))}
        </>
      )}
    </main>
  )
}

/** What a block is for stands in the story's own file. */
function blockWordsOf(story: PreparedStory): { readonly about: string; readonly instead?: string } | null {
  const { about } = parametersOf(story)
  return about === undefined ? null : { about }
}

const parametersOf = (story: PreparedStory): Partial<StoryParameters> => story.parameters as Partial<StoryParameters>

/** The blueprint of what is shown, as the controls have it. A component that edits nothing needs no app around it. */
function Blueprint({ story }: { readonly story: PreparedStory }): ReactNode {
  const context = useContext(DocsContext)
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    const channel = addons.getChannel()
    const changed = ({ storyId }: { readonly storyId: string }) => {
      if (storyId === story.id) drawAgain()
    }
    channel.on(STORY_ARGS_UPDATED, changed)
    return () => channel.off(STORY_ARGS_UPDATED, changed)
  }, [story.id])
  const { example } = parametersOf(story)
  if (!example) return null
  const node = nodeOf(example.node.type as string, context.getStoryContext(story).args)
  return (
    <>
      <Source language="json" code={nodeText(node)} />
      <details className="page-more">
        <summary>A whole app with it</summary>
        <Source language="json" code={prettyText(documentOf(example, node))} />
      </details>
    </>
  )
}

/** A line for each property, as most people write a component. */
function nodeText(node: JsonObject): string {
  const lines = Object.entries(node).map(([name, value]) => `  ${JSON.stringify(name)}: ${prettyText(value).replaceAll('\n', '\n  ')}`)
  return `{\n${lines.join(',\n')}\n}`
}

/** Storybook keeps an argument that was taken away as undefined. */
function nodeOf(type: string, args: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify({ type, ...args })) as JsonObject
}

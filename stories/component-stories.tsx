import type { StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { action } from 'storybook/actions'
import type { JsonObject } from '../schema/json/json.ts'
import { prettyText } from '../schema/json/pretty-text.ts'
import { documentOf, type Example, exampleOf, withEvents } from './examples/index.ts'
import { plays } from './plays/index.ts'
import { createScene, type Happening } from './plays/play.ts'
import { BlueprintStage, type StageProps } from './stage/BlueprintStage.tsx'
import type { Report } from './stage/stage-ports.ts'
import { ComponentStates } from './states/ComponentStates.tsx'

/** What a story says about itself to the catalogue's pages, beside Storybook's own parameters. */
export interface StoryParameters {
  /** It brings the root of an app along: the preview adds none. */
  readonly stage: 'own'
  /** Of a component's example: what stands around it. */
  readonly example?: Example
  /** Of an app: the whole of it. */
  readonly document?: JsonObject
  /** Of a block: what it is for. */
  readonly about?: string
}

const parameters = (more: Omit<StoryParameters, 'stage'> = {}): StoryParameters => ({ stage: 'own', ...more })

interface Log {
  readonly happenings: Happening[]
  readonly report: Report
}
const logsByStory = new Map<string, Log>()

/** What happens in a story is kept for its play, and told to Storybook's own log with the story beside it, by which a page tells its stories apart. */
function logOf(story: string): Log {
  const known = logsByStory.get(story)
  if (known) return known
  const happenings: Happening[] = []
  const report: Report = (name, detail) => {
    happenings.push({ name, detail })
    action(name, { story } as Parameters<typeof action>[1])(detail)
  }
  const log = { happenings, report }
  logsByStory.set(story, log)
  return log
}

/** The component's example, run by the engine. Its arguments are the component's properties, as a blueprint says them. */
export function exampleStory(name: string): StoryObj {
  const example = exampleOf(name)
  const play = plays.get(name)
  const { type: _, ...args } = withEvents(example.node)
  return {
    args,
    parameters: parameters({ example }),
    render: (properties, { globals, id }) => (
      <Running story={id} document={documentOf(example, { type: name, ...(properties as JsonObject) })} globals={globals} answers={example.answers ?? {}} />
    ),
    ...(play && {
      async play({ canvas, userEvent, id }) {
        const { happenings } = logOf(id)
        happenings.length = 0
        await play(createScene(canvas, userEvent, happenings))
      },
    }),
  }
}

/** The component in all states that its schema tells of. */
export function statesStory(name: string): StoryObj {
  return {
    // Each state is an app of its own, whose landmarks need names in it alone.
    parameters: {
      ...parameters(),
      controls: { disable: true },
      a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
      docs: { story: { autoplay: true } },
    },
    render: (_, { globals }) => <ComponentStates name={name} mode={String(globals.mode)} />,
    // What is wrong is said once a form was sent.
    play: async ({ canvas, userEvent }) => {
      for (const button of canvas.queryAllByRole('button', { name: 'Save' })) await userEvent.click(button)
    },
  }
}

interface AppStoryOptions extends Pick<StageProps, 'answers' | 'persisted'> {}

/** A whole app, run by the engine. */
export function appStory(document: JsonObject, options: AppStoryOptions = {}): StoryObj {
  return {
    parameters: { ...parameters({ document }), controls: { disable: true }, docs: { source: { language: 'json', code: prettyText(document) } } },
    render: (_, { globals, id }) => <Running story={id} document={document} globals={globals} {...options} />,
  }
}

/** An app that is made with a block; the second is the block itself. What is imported as JSON is JSON; the compiler gives it a type of its own. */
export function blockStory(document: unknown, { description }: { readonly description: string }): StoryObj {
  const story = appStory(document as JsonObject)
  return { ...story, parameters: { ...story.parameters, about: description } }
}

interface RunningProps extends StageProps {
  readonly story: string
  readonly globals: Readonly<Record<string, unknown>>
}

/** In the look and language that the toolbar says. */
function Running({ story, document, globals, ...more }: RunningProps): ReactNode {
  const app = document.app as JsonObject
  const asked = { ...(typeof globals.mode === 'string' && { mode: globals.mode }), ...(globals.density === 'compact' && { density: 'compact' }) }
  const theme = { ...(app.theme as JsonObject | undefined), ...asked }
  return (
    <BlueprintStage
      document={{ ...document, app: { ...app, theme } }}
      language={globals.direction === 'rtl' ? 'ar' : 'en-US'}
      report={logOf(story).report}
      {...more}
    />
  )
}

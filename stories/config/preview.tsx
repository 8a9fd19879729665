import type { Preview } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { configure } from 'storybook/test'
import { catalog } from '../../components/index.ts'
import { Stack } from '../../components/Stack/Stack.tsx'
import { prettyText } from '../../schema/json/pretty-text.ts'
import type { StoryParameters } from '../component-stories.tsx'
import { exampleOf, withEvents } from '../examples/index.ts'
import { createStoryAttachments } from '../stage/stage-ports.ts'
import { argTypesOf, componentOf } from './arg-types.ts'
import { ComponentPage } from './ComponentPage.tsx'
import { findPaleInOtherMode } from './dark-contrast.ts'
import { writtenNode } from './written-node.ts'
import './preview.css'

const attachments = createStoryAttachments()

// What loads with its first use is waited for on a busy machine too.
configure({ asyncUtilTimeout: 10_000 })

/** What is shown as a story's source: the blueprint of it, whoever drew it. */
function blueprintOf(
  code: string,
  { title, args, parameters }: { title: string; args: Record<string, unknown>; parameters: Partial<StoryParameters> },
): string {
  const name = componentOf(title)
  return parameters.document || name === undefined ? code : prettyText(writtenNode(name, args))
}

/** Every story stands where it would stand in an app: below the catalog's root, in light or dark, in a window's width. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // Only what is wrong is written down; styles are looked at as they apply.
    a11y: { test: 'error', options: { resultTypes: ['violations', 'incomplete'], preload: false } },
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    docs: { page: ComponentPage, toc: { headingSelector: 'h2, h3' }, source: { language: 'json', type: 'code', transform: blueprintOf } },
    options: {
      storySort: {
        order: ['Find a component', 'Apps', 'Blocks', 'Components', ['Layout', 'Text', 'Actions', 'Input', 'Data', 'Feedback', 'Special'], 'Tools'],
      },
    },
  },
  initialGlobals: { mode: 'light', width: 'window', direction: 'ltr', density: 'cozy' },
  globalTypes: {
    mode: { description: 'Light or dark', toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    width: { description: 'How wide the app is', toolbar: { icon: 'ruler', items: ['phone', 'window', 'wide'], dynamicTitle: true } },
    direction: { description: 'The direction of writing', toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
    density: { description: 'How close together things stand', toolbar: { icon: 'component', items: ['cozy', 'compact'], dynamicTitle: true } },
  },
  argTypesEnhancers: [
    ({ title, parameters, argTypes }) => {
      const name = componentOf(title)
      const { example } = parameters as Partial<StoryParameters>
      return name === undefined ? argTypes : { ...argTypesOf(name, exampleOf(name).node, example !== undefined), ...argTypes }
    },
  ],
  argsEnhancers: [
    // An example has the properties that it says itself, and none of those that the other stories share.
    ({ parameters, initialArgs }) => {
      const { example } = parameters as Partial<StoryParameters>
      if (!example) return {}
      const own = withEvents(example.node)
      return Object.fromEntries(Object.keys(initialArgs).flatMap(name => (Object.hasOwn(own, name) ? [] : [[name, undefined]])))
    },
  ],
  decorators: [
    (Story, { globals, parameters, viewMode }) => {
      const story = (parameters as Partial<StoryParameters>).stage === 'own' ? <Story /> : <Ground globals={globals}>{<Story />}</Ground>
      return <div className={`story-ground story-${String(globals.width)} story-in-${String(viewMode)}`}>{story}</div>
    },
  ],
  async afterEach() {
    // In Storybook itself a person looks at the other mode by the toolbar.
    if (import.meta.env.VITEST_STORYBOOK === undefined) return
    const pale = await findPaleInOtherMode(document)
    if (pale.length > 0) throw new Error(`Too pale in the other mode:\n${pale.join('\n')}`)
  },
}

function Ground({ globals, children }: { readonly globals: Readonly<Record<string, unknown>>; readonly children: ReactNode }) {
  const theme = { mode: String(globals.mode), density: String(globals.density) }
  const locale = { language: globals.direction === 'rtl' ? 'ar' : 'en-US', timeZone: 'UTC', currency: 'USD' }
  return (
    <catalog.Root theme={theme} developing={false} locale={locale} attachments={attachments}>
      <Stack>{children}</Stack>
    </catalog.Root>
  )
}

export default preview

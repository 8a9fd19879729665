/**
 * The page in which looks are judged: it draws one app, or one story of the catalog, in the theme that it is told.
 * It is driven through `window.look` by `look-page.ts`.
 */
import '../../../components/theme/layers.css'
import './page.css'
import { composeStories } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { catalog } from '../../../components/index.ts'
import { Stack } from '../../../components/Stack/Stack.tsx'
import { createApp, ToolFailure } from '../../../engine/index.ts'
import { BlueprintView } from '../../../engine/react/index.ts'
import { loadBlueprint } from '../../../schema/index.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'

const locale = { language: 'en-US', timeZone: 'UTC', currency: 'USD' }
const attachments = { url: () => null, load: async () => {}, put: () => Promise.reject(new Error('No files here.')) }
const modules = import.meta.glob<Parameters<typeof composeStories>[0]>('../../../stories/components/*.stories.tsx')

// What the catalog loads with its first use is here from the start, so that nothing is drawn late.
import.meta.glob(['../../../components/**/*.{ts,tsx}', '!**/*.test.tsx'], { eager: true })

let shown: Root | null = null

function place(): Root {
  shown?.unmount()
  const root = createRoot(document.getElementById('place')!)
  shown = root
  return root
}

let count = 0

const look = {
  /** The names of the story files, without their endings. */
  components: (): string[] => Object.keys(modules).map(path => path.split('/').at(-1)!.replace('.stories.tsx', '')),

  /** Draws an app, running, whose tools answer what `answers` says and are refused otherwise; gives the errors of its check, and draws nothing where there are any. */
  app(text: string, answers: Readonly<Record<string, Json>> = {}): string[] {
    const { document, issues } = loadBlueprint(text)
    const errors = issues.filter(issue => issue.severity === 'error')
    if (!document || errors.length > 0) return errors.map(issue => `${issue.at}: ${issue.message}`)
    const app = createApp({
      document,
      ports: {
        clock: { now: Date.now, after: (ms, run) => clearTimeout.bind(null, setTimeout(run, ms)) },
        locale,
        chance: { id: () => `id-${++count}`, random: () => 0.5 },
        tools: {
          call: tool => (Object.hasOwn(answers, tool) ? (answers[tool] ?? null) : Promise.reject(new ToolFailure('denied', `${tool} is not offered here.`))),
        },
        attachments,
        reportFailure: failure => console.warn(failure.message),
      },
    })
    app.start()
    place().render(<BlueprintView app={app} catalog={catalog} />)
    return []
  },

  /** Draws these stories of a component below each other, once in each theme. */
  async stories(component: string, names: readonly string[], themes: readonly JsonObject[]): Promise<void> {
    const stories = composeStories(await modules[`../../../stories/components/${component}.stories.tsx`]!()) as unknown as Record<string, ComponentType>
    const shown = names.flatMap(name => (stories[name] ? [[name, stories[name]] as const] : []))
    place().render(
      <div className="cells">
        {themes.map(theme => (
          <div className="cell" key={JSON.stringify(theme)}>
            <catalog.Root theme={theme} developing={false} locale={locale} attachments={attachments}>
              <Stack>
                {shown.map(([name, Story]) => (
                  <Story key={name} />
                ))}
              </Stack>
            </catalog.Root>
          </div>
        ))}
      </div>,
    )
  },

  /** Makes the cells as high as what is highest in them, or as high as they may be where something floats over them. */
  fit(): void {
    const cells = [...document.querySelectorAll<HTMLElement>('.cell')]
    const floats = cells.some(cell => cell.querySelector('.cy-app-overlays > :not([hidden])'))
    const heights = cells.map(cell =>
      Math.max(...[...cell.querySelectorAll('.cy-app-content > *')].map(part => contentBottom(part) - cell.getBoundingClientRect().top)),
    )
    const height = floats ? 320 : Math.min(320, Math.max(...heights) + 16)
    for (const cell of cells) cell.style.blockSize = `${Math.ceil(height)}px`
  },
}

/** Where the last thing inside an element ends; the element itself fills its window. */
function contentBottom(element: Element): number {
  return Math.max(...[...element.children].map(child => child.getBoundingClientRect().bottom), element.getBoundingClientRect().top)
}

export type Look = typeof look

declare global {
  interface Window {
    look: Look
  }
}

window.look = look

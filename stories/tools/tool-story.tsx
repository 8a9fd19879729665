import type { StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { toolsOf } from './described-tools.ts'
import { ToolGroup } from './ToolGroup.tsx'
import { canBeTried } from './try-document.ts'

/** So many of a group are tried in its story; all of them are in `try-document.test.tsx`. */
const MOST_TRIED = 4

/** The page of a group of tools. Those that can be tried are tried: what comes is a result, and no failure. */
export function groupStory(group: string): StoryObj {
  return {
    parameters: { controls: { disable: true } },
    render: () => <ToolGroup group={group} />,
    async play({ canvas, userEvent }) {
      if (group === 'state') {
        await userEvent.click(canvas.getByRole('button', { name: 'Run add' }))
        await expect(await canvas.findByText(/Bread/, { selector: 'pre *, pre' })).toBeVisible()
      }
      for (const { spec } of toolsOf(group)
        .filter(tool => canBeTried(tool.spec))
        .slice(0, MOST_TRIED)) {
        const entry = within(canvas.getByRole('region', { name: spec.name }))
        await userEvent.click(entry.getByText(`Try ${spec.name}`))
        await userEvent.click(await entry.findByRole('button', { name: `Run ${spec.name}` }))
        // What is not loaded yet keeps a test waiting.
        await expect(await entry.findByText(/\S/, { selector: 'pre:not(.tools-example), pre:not(.tools-example) *' })).toBeVisible()
        await expect(entry.queryByRole('alert')).toBeNull()
      }
    },
  }
}

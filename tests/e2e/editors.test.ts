/** The components that are loaded when they are first drawn, under the desktop's policy: a violation is caught by the traps. */
import type { Locator } from 'playwright'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { editorsApp } from './editors-app.ts'

async function openWorkshop() {
  const desktop = await openDesktop({ provider: { reply: () => JSON.stringify(editorsApp) }, context: { viewport: { width: 1280, height: 900 } } })
  await desktop.ask('a workshop')
  const window = desktop.window('Workshop')
  await reaches(window, 'running')
  // All that is loaded is there, so that nothing moves any more.
  for (const part of ['.cm-content >> nth=1', '.cy-sheet table', '.cy-gantt-row >> nth=1', '.cy-graph-node >> nth=1', '.cy-sketch-paper[role=img]'])
    await window.locator(part).waitFor()
  await window.getByText('4 of 4 checks passed').waitFor()
  return { ...desktop, window }
}
const style = (element: Locator, property: string) => element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)

it('writes code and notes in an editor that has its styles, and no style element', async () => {
  const { page, window } = await openWorkshop()
  const source = window.getByRole('textbox', { name: 'Source' })
  await source.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('[12, "x"]')
  await window.getByText('9 characters').waitFor()
  expect(await style(window.locator('.cy-code-editor .cm-scroller'), 'font-family')).toMatch(/JetBrains Mono/)
  expect(await style(window.locator('.cy-code-editor .cm-editor'), 'position')).toBe('relative')
  expect(await style(window.locator('.cy-code-editor .cm-gutters'), 'display')).toBe('flex')
  // Colours come from its language, which is loaded on its own.
  await expect.poll(() => window.locator('.cy-code-editor .cm-line span').count()).toBeGreaterThan(0)
  const colours = await window.locator('.cy-code-editor .cm-line span').evaluateAll(spans => new Set(spans.map(span => getComputedStyle(span).color)).size)
  expect(colours).toBeGreaterThan(1)
  expect(await page.evaluate(() => [...document.querySelectorAll('style')].filter(each => each.textContent?.includes('\u037c')).length)).toBe(0)
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBeGreaterThan(0)

  // The keyboard is not trapped.
  await source.focus()
  await page.keyboard.press('Tab')
  expect(await source.evaluate(element => element.contains(document.activeElement))).toBe(false)

  const note = window.getByRole('textbox', { name: 'Note' })
  await note.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('a word')
  await page.keyboard.press('Shift+ControlOrMeta+ArrowLeft')
  await window.getByRole('button', { name: 'Bold' }).click()
  await window.locator('.cy-markdown strong', { hasText: 'word' }).waitFor()
  expect(await note.textContent()).toBe('a **word**')
})

it('finds in the text, by a panel that is drawn under the policy too', async () => {
  const { page, window } = await openWorkshop()
  await window.getByRole('textbox', { name: 'Source' }).click()
  await page.keyboard.press('ControlOrMeta+f')
  await window.locator('.cm-search').getByRole('textbox', { name: 'Find' }).pressSequentially('a')
  await expect.poll(() => window.locator('.cm-searchMatch').count()).toBeGreaterThan(0)
})

it('edits cells, copies and pastes them', async () => {
  const { page, context, window } = await openWorkshop()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const grid = window.getByRole('grid', { name: 'Lines' })
  await grid.getByRole('gridcell', { name: '18.5' }).click()
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await window.getByText('Total 100').waitFor()
  await grid.getByRole('gridcell', { name: 'Paint' }).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => grid.getByRole('gridcell', { name: 'Paint' }).count()).toBe(2)
  await window.getByText('Total 88').waitFor()
})

it('draws a line of the hand, and presses bars and nodes', async () => {
  const { page, window } = await openWorkshop()
  const paper = window.getByRole('img', { name: /^Drawing: / })
  await window.locator('.cy-markdown h2, .cy-markdown h3').first().waitFor()
  await paper.scrollIntoViewIfNeeded()
  const box = (await paper.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  for (let step = 0; step <= 12; step++) await page.mouse.move(box.x + 40 + step * 14, box.y + 40 + Math.sin(step / 2) * 30)
  await page.mouse.up()
  await window.getByRole('img', { name: 'Drawing: a drawing of 1 stroke' }).waitFor()
  expect(await paper.locator('path').count()).toBe(1)
  await window.getByRole('button', { name: /^Walls, / }).click()
  await window.getByText('picked Walls').waitFor()
  await window.getByRole('button', { name: 'Build walls' }).press('ArrowDown')
  await page.keyboard.press('Enter')
  await window.getByText('picked Paint them').waitFor()
})

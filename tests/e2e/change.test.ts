import { describe, expect, it } from 'vitest'
import type { AskedRequest } from '../fake-providers/fake-provider.ts'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

/** Opens what an app is changed with and asks. */
async function change({ window }: Desktop, name: string, request: string) {
  const bar = window(name).getByRole('region', { name: /^Change / })
  if (!(await bar.isVisible())) await window(name).getByRole('button', { name: 'Change', exact: true }).click()
  await bar.getByRole('textbox', { name: 'What should be different?' }).fill(request)
  await bar.getByRole('button', { name: 'Change it' }).click()
  return bar
}

/** An edit as a model writes it, of the app that it was shown. */
const editWith =
  (...ops: object[]) =>
  ({ messages }: AskedRequest) => {
    const base = messages.flatMap(({ content }) => /"base" is "([0-9a-f]{64})"/.exec(content)?.[1] ?? [])[0]
    return base === undefined ? tally : JSON.stringify({ edit: 1, base, ops })
  }

/** What the model was told last. */
const said = ({ provider }: Desktop) =>
  provider?.requests
    .at(-1)
    ?.messages.map(({ content }) => content)
    .join('\n') ?? ''

describe('[B80] changing an app by asking', () => {
  it.each(['anthropic', 'openai', 'ollama'] as const)(
    '%s: an edit arrives in pieces and is applied as a whole; what was entered stays, and one undo takes it back',
    async protocol => {
      const reply = editWith(
        { put: ['state', 'things', 'type', 0, 'due'], value: 'date?' },
        { node: { type: 'Text', text: '${thing.name}' }, after: { type: 'Text', text: '${thing.due ?? "no date"}' } },
        { node: { type: 'Button', label: 'Count' }, set: { label: 'One more' } },
      )
      const desktop = await openDesktop({ provider: { protocol, reply } })
      const { page } = desktop
      await desktop.ask('something that counts')
      const window = desktop.window('Tally')
      await reaches(window, 'running')
      await window.getByRole('button', { name: 'Count' }).click()
      await window.getByRole('textbox', { name: 'Thing' }).fill('Ink')
      await window.getByRole('button', { name: 'Add' }).click()
      await window.getByText('Ink', { exact: true }).waitFor()
      const base = await window.getAttribute('data-app')

      const bar = await change(desktop, 'Tally', 'add a due date, and call the button “One more”')
      await window.getByRole('button', { name: 'One more' }).waitFor()
      await window.getByText('Counted 1').waitFor()
      await window.getByText('Ink', { exact: true }).waitFor()
      await window.getByText('no date', { exact: true }).waitFor()
      await bar.getByText('3 changes were made. What you entered is kept.').waitFor()
      await bar.getByText(/4,711 tokens in, 1,234 out/).waitFor()
      expect(await window.getAttribute('data-app')).not.toBe(base)
      expect(said(desktop)).not.toContain('Ink')

      await window.getByRole('button', { name: 'Details' }).click()
      const details = page.getByRole('dialog', { name: 'About Tally' })
      await details.getByRole('tab', { name: 'Versions' }).click()
      await details.getByText('add a due date, and call the button “One more”').waitFor()
      await page.keyboard.press('Escape')

      await bar.getByRole('button', { name: 'Undo' }).click()
      await window.getByRole('button', { name: 'Count' }).waitFor()
      await window.getByText('Counted 1').waitFor()
      await window.getByText('Ink', { exact: true }).waitFor()
      expect(await window.getAttribute('data-app')).toBe(base)
    },
  )

  it('an edit that does not hold changes nothing, and says why', async () => {
    const desktop = await openDesktop({ provider: { reply: editWith({ node: { type: 'Button', label: 'Nowhere' }, set: { label: 'X' } }) } })
    await desktop.ask('something that counts')
    const window = desktop.window('Tally')
    await reaches(window, 'running')
    const base = await window.getAttribute('data-app')
    const bar = await change(desktop, 'Tally', 'rename the button')
    await bar.getByRole('alert').waitFor()
    expect(await bar.getByRole('alert').innerText()).toContain('the app stays as it is')
    expect(await window.getAttribute('data-app')).toBe(base)
    expect(await bar.getByRole('textbox').inputValue()).toBe('rename the button')
  })

  it('without a model, simple changes are understood, and others are named', async () => {
    const desktop = await openDesktop()
    await desktop.ask('a list of books with title and author')
    const window = desktop.window('Books')
    await reaches(window, 'running')
    await desktop.page.keyboard.press('Control+e')
    await window.getByRole('region', { name: 'Change Books' }).waitFor()
    const bar = await change(desktop, 'Books', 'write me a poem')
    await bar.getByText('only simple changes are understood').waitFor()
    await bar.getByRole('button', { name: 'add a due date' }).click()
    await bar.getByRole('button', { name: 'Change it' }).click()
    await bar.getByText('“Due date” can be entered now. What you entered is kept.').waitFor()
    await window.getByRole('button', { name: 'Add the first' }).click()
    await window
      .getByRole('group', { name: 'Due date' })
      .or(desktop.page.getByRole('group', { name: 'Due date' }))
      .first()
      .waitFor()
  })

  it('is shown what is pointed at, and of the data only what the person lets it see', async () => {
    const desktop = await openDesktop({ provider: { reply: editWith({ node: { type: 'Button', label: 'Count' }, set: { label: 'More' } }) } })
    await desktop.ask('something that counts')
    const window = desktop.window('Tally')
    await reaches(window, 'running')
    await window.getByRole('button', { name: 'Count' }).click()
    await window.getByRole('button', { name: 'Change', exact: true }).click()
    const bar = window.getByRole('region', { name: /^Change / })
    await bar.getByRole('button', { name: 'Point at something' }).click()
    await window.getByRole('button', { name: 'Count' }).click()
    await bar.getByText('This: Button “Count”').waitFor()
    await bar.getByRole('checkbox', { name: 'Show it my data' }).check()
    await bar.getByText('What is sent with it').click()
    await bar.getByText('"count": 1').waitFor()
    await bar.getByRole('textbox').fill('call this “More”')
    await bar.getByRole('textbox').press('Enter')
    await window.getByRole('button', { name: 'More' }).waitFor()
    expect(said(desktop)).toMatch(/mean the component n\d+/)
    expect(said(desktop)).toContain('"count": 1')
  })
})

it('[B70] offers to mend what the app’s own tests found, and applies only what mends it', async () => {
  const broken = JSON.stringify({
    ...(JSON.parse(tally) as object),
    tests: [{ name: 'Counts', steps: [{ press: 'Count' }, { sees: 'Counted 2' }] }],
  })
  const edits = [
    { node: { type: 'Button', label: 'Count' }, set: { variant: 'secondary' } },
    { node: { type: 'Button', label: 'Count' }, set: { onPress: { do: 'inc', path: 'count', by: 2 } } },
  ]
  const desktop = await openDesktop({ provider: { reply: (request, index) => (index === 0 ? broken : editWith(edits[index - 1] ?? {})(request)) } })
  await desktop.ask('something that counts')
  const window = desktop.window('Tally')
  await reaches(window, 'running')
  await window.getByText('0 of 1 check passed').waitFor()
  const base = await window.getAttribute('data-app')
  await window.getByRole('button', { name: 'Mend it' }).click()
  await window.getByText('does not mend it: “Counts” still fails').waitFor()
  expect(await window.getAttribute('data-app')).toBe(base)
  await window.getByRole('button', { name: 'Mend it' }).click()
  await window.getByText('1 of 1 check passed').waitFor()
  await window.getByRole('button', { name: 'Count' }).click()
  await window.getByText('Counted 2').waitFor()
})

it('[B93] a version can be compared with the one that runs, and become an app of its own', async () => {
  const desktop = await openDesktop()
  const { page } = desktop
  await desktop.ask('a list of books with title and author')
  const window = desktop.window('Books')
  await reaches(window, 'running')
  await change(desktop, 'Books', 'rename it to Shelf; add a rating')
  await desktop.window('Shelf').getByText('“Rating” can be entered now.').waitFor()
  await desktop.window('Shelf').getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'About Shelf' })
  await details.getByRole('tab', { name: 'Versions' }).click()
  const first = details.getByRole('listitem').filter({ hasText: 'a list of books' }).last()
  await first.getByRole('button', { name: 'Compare' }).click()
  await details.getByText('Adds Rating “Rating”').waitFor()
  await details.getByText('Changes Heading “Shelf”: text').waitFor()
  await details.getByRole('figure').filter({ hasText: 'That version' }).getByText('No books yet').waitFor()
  await first.getByRole('button', { name: 'Make an app of its own' }).click()
  await reaches(desktop.window('Books'), 'running')
  await desktop.window('Shelf').waitFor()
})

it('[S40] past the limit that a person sets, no model is asked, and the way out is said', async () => {
  const desktop = await openDesktop({ provider: { reply: () => tally } })
  const { page } = desktop
  await desktop.ask('something that counts')
  await reaches(desktop.window('Tally'), 'running')
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('Today: 1 request, 4,711 tokens in, 1,234 out').waitFor()
  await settings.getByRole('textbox', { name: 'At most, in tokens a day' }).fill('5000')
  await settings.getByRole('button', { name: 'Set', exact: true }).click()
  await settings.getByText('At most 5,000 tokens a day.').waitFor()
  await page.keyboard.press('Escape')
  const bar = await change(desktop, 'Tally', 'call it Marks')
  await bar.getByText('limit of 5,000 tokens is used up').waitFor()
  expect(desktop.provider?.requests).toHaveLength(1)
})

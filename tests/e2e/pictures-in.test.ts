import { expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

/** A red dot, 5 by 5. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=='

async function addPicture({ page }: Desktop, name: string, buffer: Buffer) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a picture' }).first().click()
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer })
}

const saidTo = ({ provider }: Desktop) => provider?.requests.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n') ?? ''

it.each(['anthropic', 'openai', 'ollama'] as const)('a picture goes with the request to a model that can see, over %s', async protocol => {
  const desktop = await openDesktop({ provider: { protocol, reply: () => tally, sees: true } })
  const { page } = desktop
  await addPicture(desktop, 'sketch.png', Buffer.from(DOT, 'base64'))
  await page.getByRole('list', { name: 'Pictures' }).getByRole('img').waitFor()
  // Words are not needed: the picture says it.
  await page.getByRole('button', { name: 'Make it' }).click()
  await reaches(desktop.window('Tally'), 'running')
  expect(saidTo(desktop)).toContain('[picture]')
  expect(saidTo(desktop)).toContain('the app that is shown here')
  expect(await page.getByRole('list', { name: 'Pictures' }).count()).toBe(0)
})

it('a model that cannot see says so, and so does the library', async () => {
  const blind = await openDesktop({ provider: { protocol: 'ollama', reply: () => tally } })
  await addPicture(blind, 'sketch.png', Buffer.from(DOT, 'base64'))
  await blind.page.getByRole('textbox', { name: 'Describe an app' }).fill('this')
  await blind.page.getByRole('button', { name: 'Make it' }).click()
  await blind.page.getByText('cannot see pictures').waitFor()
  expect(saidTo(blind)).toBe('')
  const library = await openDesktop()
  await addPicture(library, 'sketch.png', Buffer.from(DOT, 'base64'))
  await library.page.getByRole('textbox', { name: 'Describe an app' }).fill('a habit tracker')
  await library.page.getByRole('button', { name: 'Make it' }).click()
  await library.page.getByText('The library cannot see pictures').waitFor()
})

it('what is no picture is refused where it was added, and the words stay', async () => {
  const desktop = await openDesktop()
  await desktop.page.getByRole('textbox', { name: 'Describe an app' }).fill('like this')
  await addPicture(desktop, 'notes.png', Buffer.from('no picture'))
  await desktop.page.getByText('“notes.png” is no picture that this browser can read').waitFor()
  expect(await desktop.page.getByRole('textbox', { name: 'Describe an app' }).inputValue()).toBe('like this')
})

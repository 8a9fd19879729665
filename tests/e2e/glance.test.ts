import { describe, expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

describe('[B51] the glance of an app on the home', () => {
  it('shows what the app has kept without opening it, does nothing by itself, and opens the app where it is pressed', async () => {
    const { page, ask, window } = await openDesktop()
    await ask('a todo list')
    const app = window('Todos')
    await reaches(app, 'running')
    const field = app.getByRole('textbox').first()
    await field.fill('Water the plants')
    await field.press('Enter')
    await app.getByRole('button', { name: 'Close' }).click()

    const card = page.locator('.home-apps li', { has: page.getByRole('button', { name: 'Todos', exact: true }) })
    await expect.poll(() => card.innerText()).toMatch(/To do\s+1/)
    expect(await page.locator('section[data-state]').count()).toBe(0)
    // Nothing in it takes part in the page: what is pressed is the card.
    expect(await card.locator('[data-blueprint="inert"][inert]').count()).toBe(1)
    await page.reload()
    await expect.poll(() => card.innerText()).toMatch(/To do\s+1/)
    await card.getByText('To do').click({ force: true })
    await reaches(app, 'running')

    // While its window is minimised it shows the app as it is.
    await app.getByRole('button', { name: 'Minimise' }).click()
    await expect.poll(() => card.innerText()).toMatch(/To do\s+1/)
    await page.keyboard.press('Shift+Tab')
    await card.getByRole('button').press('Enter')
    await reaches(app, 'running')
  })
})

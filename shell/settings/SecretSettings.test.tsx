import { signal } from '@preact/signals-core'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { SecretInfo } from '../../schema/protocol/secrets.ts'
import type { Desk } from '../desktop/desk.ts'
import { DeskContext } from '../desktop/desk-context.ts'
import { PageFailure } from '../services/page-failure.ts'
import { SecretSettings } from './SecretSettings.tsx'

const weather: SecretInfo = { name: 'weather', origin: 'https://api.example.com', place: 'header', field: 'x-api-key', at: 0 }
const grant = (capability: string, granted = true) => ({ capability, grade: 'ask', granted, at: 0, lastUsedAt: null })
const apps = [
  { instance: 'a', name: 'Sky', grants: [grant('secret:weather'), grant('net:https://api.example.com')] },
  { instance: 'b', name: 'Nosy', grants: [grant('secret:weather', false)] },
  { instance: 'c', name: 'Reader', grants: [grant('secret:reading', false), grant('net:https://read.example')] },
]

async function show({ present = true, list = [weather] as readonly SecretInfo[] } = {}) {
  const json = vi.fn(async (method: string, _path: string, body?: unknown): Promise<unknown> => {
    if (method === 'POST' && (body as { value: string }).value === 'refuse-me-please') throw new PageFailure('secret', 'A key is sent over https:// only.')
    if (method === 'POST') return [...list, { ...(body as object), at: 1 }]
    return method === 'DELETE' ? [] : list
  })
  // It needs nothing else of the desktop.
  const desk = { services: { gateway: { present: signal(present), json } }, apps: signal(apps) } as unknown as Desk
  await act(async () => {
    render(
      <DeskContext value={desk}>
        <SecretSettings />
      </DeskContext>,
    )
  })
  return json
}

const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const fill = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

afterEach(cleanup)

it('lists each key with its server and who may use it, and those that are asked for and missing', async () => {
  await show()
  const items = screen.getAllByRole('listitem').map(item => item.textContent)
  expect(items).toHaveLength(2)
  expect(items[0]).toContain('for https://api.example.com · sent in the header x-api-key')
  expect(items[0]).toContain('Used by Sky')
  expect(items[0]).not.toContain('Nosy')
  expect(items[1]).toContain('Reader asks for it, for https://read.example. There is none yet.')
})

it('[S47] sends a key once, and keeps nothing of it', async () => {
  const json = await show()
  await press('Add')
  expect(screen.getByLabelText(/Name, as apps/)).toHaveProperty('value', 'reading')
  expect(screen.getByLabelText('Server')).toHaveProperty('value', 'https://read.example')
  const field = screen.getByLabelText('Key')
  expect(field.getAttribute('type')).toBe('password')
  fill('Key', 'canary-key-123')
  await press('Keep it')
  expect(json).toHaveBeenCalledWith('POST', 'api/secrets', {
    name: 'reading',
    origin: 'https://read.example',
    place: 'bearer',
    field: '',
    value: 'canary-key-123',
  })
  expect(screen.getByRole('status').textContent).toContain('is kept')
  expect(screen.queryByLabelText('Key')).toBe(null)
  expect(document.body.innerHTML).not.toContain('canary-key-123')
})

it('says what is wrong and loses nothing of what was written', async () => {
  await show()
  await press('Add a key')
  fill(/Name, as apps/, 'maps')
  fill('Server', 'https://maps.example')
  fill('Key', 'refuse-me-please')
  await press('Keep it')
  expect(screen.getByRole('status').textContent).toBe('A key is sent over https:// only.')
  expect(screen.getByLabelText('Server')).toHaveProperty('value', 'https://maps.example')
})

it('forgets one', async () => {
  const json = await show()
  await press('Forget the key “weather”')
  expect(json).toHaveBeenCalledWith('DELETE', 'api/secrets', { name: 'weather' })
  // An app still asks for it, and that is said.
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('There is none yet')
})

it('says why there are none where there is no gateway', async () => {
  await show({ present: false })
  expect(screen.getByText(/opened without/)).toBeTruthy()
})

import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { safeHref } from '../../components/safe-url.ts'
import type { Desk } from './desk.ts'
import { DeskContext } from './desk-context.ts'
import { LinkDialog, partsOf } from './LinkDialog.tsx'

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
  }
})

it('[S56] names whom an address leads to, and loses nothing of it', () => {
  for (const [href, host] of [
    ['https://a.example/x?y#z', 'a.example'],
    ['https://https.example/https.example', 'https.example'],
    ['https://a.example:8443/', 'a.example:8443'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
    ['mailto:a@b.example?subject=x', 'a@b.example'],
    ['tel:+34600000000', '+34600000000'],
    ['mailto:', ''],
  ] as const)
    expect(partsOf(href).host).toBe(host)
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), text => {
      const href = safeHref(text)
      if (href === null) return
      const { before, host, after } = partsOf(href)
      expect(before + host + after).toBe(href)
      expect(before).toBe('https://')
      expect(host).toBe(new URL(href).host)
    }),
  )
})

it('[S56] shows what a name in another alphabet really is', () => {
  const desk = { apps: { peek: () => [] }, closePanel: vi.fn(), services: { store: { setting: () => new Promise(() => {}) } } } as unknown as Desk
  const href = safeHref('https://аpple.example/?q=1')!
  render(
    <DeskContext value={desk}>
      <LinkDialog name="Shop" href={href} labels={[]} />
    </DeskContext>,
  )
  expect(screen.getByRole('dialog', { name: 'Shop leads to xn--pple-43d.example' })).toBeTruthy()
  const link = screen.getByRole('link', { name: 'Open' })
  expect(link.getAttribute('href')).toBe('https://xn--pple-43d.example/?q=1')
  expect([link.getAttribute('target'), link.getAttribute('rel'), link.getAttribute('referrerpolicy')]).toEqual(['_blank', 'noopener noreferrer', 'no-referrer'])
})

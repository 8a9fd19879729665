import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { createTestApp } from '../test-app.ts'
import { settled } from '../tree/drawn-tree.ts'
import { BlueprintView } from './BlueprintView.tsx'
import type { ComponentCatalog } from './catalog-contract.ts'

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

const components = new Map<string, (props: Props) => ReactNode>([
  ['Stack', ({ children }) => <div>{children}</div>],
  [
    'Button',
    ({ label, onPress }) => (
      <button type="button" onClick={() => (onPress as () => void)()}>
        {String(label)}
      </button>
    ),
  ],
])

const catalog: ComponentCatalog = {
  get: name => components.get(name),
  Root: ({ children }) => <main>{children}</main>,
  FaultTile: ({ message }) => <div role="alert">{message}</div>,
  Pending: () => null,
}

it('[S28] parameters of a page bear the labels of what they were made of, there and on the way back', async () => {
  const sent: (readonly string[])[] = []
  const send = { type: 'Button', label: 'Send', onPress: [{ do: 'http.post', url: 'https://b.example/', body: '${what}' }] }
  const { app, run } = createTestApp(
    {
      pages: {
        start: { view: { type: 'Stack' } },
        one: { params: { what: 'text' }, view: { type: 'Stack', children: [send] } },
        two: { view: { type: 'Stack' } },
      },
      view: { type: 'Outlet' },
    },
    {
      origins: (_, { url }) => (String(url).includes('a.example') ? ['net:https://a.example'] : []),
      answer(tool, _, { labels }) {
        if (tool === 'http.post') sent.push(labels ?? [])
        return { status: 200, ok: true, headers: {}, body: 'outside' }
      },
    },
  )
  render(<BlueprintView app={app} catalog={catalog} />)
  await run([
    { do: 'http.get', url: 'https://a.example/', out: 'r' },
    { do: 'go', page: 'one', params: { what: '${r.body}' } },
  ])
  fireEvent.click(await screen.findByText('Send'))
  await run([{ do: 'go', page: 'two' }, { do: 'back' }])
  fireEvent.click(await screen.findByText('Send'))
  await run({ do: 'go', page: 'one', params: { what: 'own' } })
  fireEvent.click(await screen.findByText('Send'))
  await settled()
  expect(sent).toEqual([['net:https://a.example'], ['net:https://a.example'], []])
})

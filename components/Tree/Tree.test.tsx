import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Tree } from './Tree.tsx'
import { jsonNodes, recordNodes, type TreeNode } from './tree-nodes.ts'

const items = [
  { id: 1, name: 'Home', children: [{ id: 2, name: 'Kitchen' }] },
  { id: 3, name: 'Garden' },
]

describe('Tree', () => {
  it('opens a branch and hands over what is selected', async () => {
    const user = userEvent.setup()
    const onSelect = vi.fn()
    const { container } = render(<Tree items={items} label="name" onSelect={onSelect} ariaLabel="Places" />)
    expect(screen.queryByText('Kitchen')).toBeNull()
    await user.tab()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByText('Kitchen')).toBeTruthy()
    await user.click(screen.getByText('Kitchen'))
    expect(onSelect).toHaveBeenLastCalledWith({ item: { id: 2, name: 'Kitchen' } })
    await expectNoViolations(container)
  })
  it('looks into any value', async () => {
    const user = userEvent.setup()
    const onSelect = vi.fn()
    render(<Tree value={{ 'a/b': [true, 'x'] }} onSelect={onSelect} />)
    expect(screen.getByText('[2]')).toBeTruthy()
    await user.click(screen.getByText('"x"'))
    expect(onSelect).toHaveBeenLastCalledWith({ item: { path: '/a~1b/1', key: '1', value: 'x' } })
  })
  it('says that there is nothing', () => {
    render(<Tree phase="outline" />)
    expect(screen.getByText('Nothing here yet')).toBeTruthy()
  })
})

describe('nodes', () => {
  it('gives each node an id of its own, at most 10,000, whatever the records', () => {
    const fields = { nested: 'children', label: 'label', key: undefined }
    const ids = (nodes: readonly TreeNode[]): string[] => nodes.flatMap(node => [node.id, ...ids(node.children)])
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), given => {
        const all = [...ids(recordNodes(given, fields))]
        expect(new Set(all).size).toBe(all.length)
        const json = ids(jsonNodes(given as never))
        expect(new Set(json).size).toBe(json.length)
      }),
    )
    expect(
      ids(
        recordNodes(
          Array.from({ length: 11_000 }, () => ({ id: 1 })),
          fields,
        ),
      ),
    ).toHaveLength(10_000)
  })
})

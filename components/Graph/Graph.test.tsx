import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Graph } from './Graph.tsx'

// What is loaded later is there at once, so that no test waits for a busy machine.
beforeAll(() => import('./GraphPicture.tsx'))

const nodes = [{ id: 'order', label: 'Order' }, { id: 'pack', label: 'Pack', tone: 'good' as const }, { id: 'alone' }]
const edges = [{ from: 'order', to: 'pack', label: 'paid' }]

describe('Graph', () => {
  it('draws its nodes, and says in words what leads where', async () => {
    const { container } = render(<Graph nodes={nodes} edges={edges} label="Delivery" />)
    await vi.waitFor(() => expect(container.querySelectorAll('.cy-graph-node')).toHaveLength(3))
    expect(screen.getByRole('figure', { name: 'Delivery' })).toBeTruthy()
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['Order leads to Pack: paid', 'alone stands alone'])
    expect(screen.queryByRole('button')).toBe(null)
    await expectNoViolations(container)
  })

  it('hands over the node that was pressed; arrows go from one to the next', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<Graph nodes={nodes} edges={edges} label="Delivery" onPress={onPress} />)
    await user.click(await screen.findByRole('button', { name: 'Pack' }))
    expect(onPress).toHaveBeenLastCalledWith({ node: nodes[1] })
    screen.getByRole('button', { name: 'Order' }).focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pack' }))
    await user.keyboard('{ArrowUp}{Enter}')
    expect(onPress).toHaveBeenLastCalledWith({ node: nodes[0] })
    expect(container.querySelectorAll('.cy-graph-node[tabindex="0"]')).toHaveLength(1)
    await expectNoViolations(container)
  })

  it('says how many it leaves out, and draws from any beginning of its properties', async () => {
    const { rerender } = render(<Graph nodes={Array.from({ length: 201 }, (_, id) => ({ id }))} edges={[]} label="Many" />)
    expect(screen.getByText('The first 200 of 201 are drawn.')).toBeTruthy()
    for (const odd of [undefined, 'x', [null, 3, {}]]) rerender(<Graph nodes={odd as never} edges={odd as never} phase="outline" />)
    rerender(<Graph label="None" nodes={[]} edges={[]} />)
    expect(screen.getByText('Nothing to connect yet')).toBeTruthy()
  })
})

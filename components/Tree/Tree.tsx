import { type ReactNode, useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree as AriaTree, TreeItem, TreeItemContent, TreeStateContext } from 'react-aria-components/Tree'
import type { TreeProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { longList } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import { jsonNodes, recordNodes, type TreeNode } from './tree-nodes.ts'
import './Tree.css'

/** Nested records that open and close. The first level is open at the start where there is only one branch. */
export function Tree(props: TreeProps<ReactNode>) {
  const say = useSay()
  const { items, value, nested = 'children', label = 'label', keyField } = props
  const nodes = useMemo(
    () => (items === undefined && value !== undefined ? jsonNodes(value) : recordNodes(items, { nested, label, key: keyField })),
    [items, value, nested, label, keyField],
  )
  const byId = useMemo(() => index(nodes, new Map()), [nodes])
  const long = byId.size > longList
  const only = nodes.length === 1 ? nodes[0] : undefined
  const select = (id: string): void => {
    const node = byId.get(id)
    if (node) props.onSelect?.({ item: node.item })
  }
  return (
    <ItemWindow long={long} state={TreeStateContext}>
      <AriaTree
        {...rootProps(props, 'cy-tree')}
        data-long={long ? '' : undefined}
        aria-label={props.ariaLabel ?? say('Tree')}
        items={nodes}
        defaultExpandedKeys={only ? [only.id] : []}
        selectionMode="single"
        selectionBehavior="replace"
        onSelectionChange={keys => {
          const key = keys === 'all' ? undefined : [...keys][0]
          if (key !== undefined) select(String(key))
        }}
        renderEmptyState={() => <span className="cy-tree-empty">{say('Nothing here yet')}</span>}
      >
        {node => <Branch node={node} />}
      </AriaTree>
    </ItemWindow>
  )
}

function Branch({ node }: { readonly node: TreeNode }) {
  return (
    <TreeItem id={node.id} textValue={node.label} className="cy-tree-item">
      <TreeItemContent>
        {node.children.length > 0 ? (
          <Button slot="chevron" className="cy-tree-chevron">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M6 3.5L10.5 8 6 12.5" />
            </svg>
          </Button>
        ) : (
          <span className="cy-tree-chevron" />
        )}
        <span className="cy-tree-label">{node.label}</span>
        {node.detail === '' ? null : <span className="cy-tree-detail">{node.detail}</span>}
      </TreeItemContent>
      <Collection items={node.children}>{child => <Branch node={child} />}</Collection>
    </TreeItem>
  )
}

function index(nodes: readonly TreeNode[], byId: Map<string, TreeNode>): ReadonlyMap<string, TreeNode> {
  for (const node of nodes) {
    byId.set(node.id, node)
    index(node.children, byId)
  }
  return byId
}

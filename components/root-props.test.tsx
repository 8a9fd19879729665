import { expect, it } from 'vitest'
import { groupName, rootProps } from './root-props.ts'

it('turns the common properties into attributes', () => {
  expect(rootProps({ id: 'list', phase: 'outline', grow: true, width: 'm', surface: 'card', pad: 's', noPrint: true, tip: 'Help', span: 3.7 }, 'cy-x')).toEqual(
    {
      className: 'cy-x',
      'data-node': 'list',
      'data-phase': 'outline',
      'data-grow': '',
      'data-width': 'm',
      'data-surface': 'card',
      'data-pad': 's',
      'data-no-print': '',
      'data-tip': 'Help',
      'data-span': 3,
      style: { '--grow': 1, '--span': 3 },
    },
  )
})

it('[S30] lets nothing through that is not one of the words', () => {
  const odd = { width: '99999px', surface: 'url(x)', pad: '-40px', grow: Number.NaN, span: 0, dangerouslySetInnerHTML: {}, onClick: () => {}, style: 'x' }
  expect(rootProps(odd as never, 'cy-x')).toEqual({ className: 'cy-x' })
})

it('names a group only where there is a name', () => {
  expect(groupName({})).toEqual({})
  expect(groupName({ ariaLabel: 'Keys' })).toEqual({ role: 'group', 'aria-label': 'Keys' })
})

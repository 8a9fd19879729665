import { type Examples, set, text } from './example.ts'

const facts = (label: string, value: string) => ({ type: 'Stat', label, value })

export const layout: Examples = {
  Accordion: {
    node: {
      children: [
        { type: 'Section', title: 'How often do I water it?', children: ['Once a week in summer, every second week in winter.'] },
        { type: 'Section', title: 'How much light does it need?', children: ['A bright place without the sun of noon.'] },
        { type: 'Section', title: 'When do I repot it?', children: ['In spring, when roots show below the pot.'] },
      ],
    },
  },
  Card: {
    node: {
      title: 'Monstera',
      subtitle: 'Living room',
      icon: 'leaf',
      actions: [{ type: 'IconButton', icon: 'pencil', label: 'Edit', onPress: { do: 'toast', text: 'Edit' } }],
      children: ['Water it again on Friday.'],
    },
  },
  Dialog: {
    state: { adding: true, name: '' },
    node: {
      title: 'New plant',
      open: '${adding}',
      actions: [
        { type: 'Button', label: 'Cancel', onPress: set('adding', false) },
        { type: 'Button', label: 'Add', variant: 'primary', onPress: set('adding', false) },
      ],
      onClose: set('adding', false),
      children: [{ type: 'TextField', label: 'Name', bind: 'name' }],
    },
    frame: node => ({ type: 'Stack', children: [{ type: 'Button', label: 'New plant', onPress: set('adding', true) }, node] }),
  },
  Divider: {
    node: { label: 'or' },
    frame: node => ({
      type: 'Stack',
      width: 's',
      children: [{ type: 'Button', label: 'Open a file', full: true }, node, { type: 'Button', label: 'Begin with nothing', variant: 'quiet', full: true }],
    }),
  },
  Drawer: {
    state: { open: true },
    node: {
      title: 'Cart',
      open: '${open}',
      actions: [{ type: 'Button', label: 'Pay', variant: 'primary', onPress: set('open', false) }],
      onClose: set('open', false),
      children: [
        {
          type: 'KeyValue',
          items: [
            { key: 'Terracotta pot', value: '12.50 €' },
            { key: 'Soil, 10 l', value: '6.90 €' },
          ],
        },
      ],
    },
    frame: node => ({ type: 'Stack', children: [{ type: 'Button', label: 'Cart', icon: 'shopping-cart', onPress: set('open', true) }, node] }),
  },
  Flip: {
    state: { shown: false },
    node: {
      label: 'Flash card',
      back: '${shown}',
      children: [
        { type: 'Card', children: [{ type: 'Heading', text: 'el jardín', align: 'center' }] },
        { type: 'Card', surface: 'accent', children: [{ type: 'Heading', text: 'the garden', align: 'center' }] },
      ],
    },
    frame: node => ({ type: 'Stack', children: [node, { type: 'Button', label: 'Turn it', onPress: { do: 'toggle', path: 'shown' } }] }),
  },
  Grid: {
    node: { columns: 3, children: [facts('Plants', '12'), facts('Watered today', '5'), facts('Waiting', '2'), facts('In bloom', '3'), facts('Cuttings', '4')] },
  },
  Outlet: {
    node: {},
    sections: () => ({
      pages: {
        list: { title: 'Plants', view: { type: 'Heading', text: 'Twelve plants' } },
        help: { title: 'Help', view: { type: 'Heading', text: 'How to begin' } },
      },
    }),
    frame: node => ({
      type: 'Stack',
      children: [
        {
          type: 'Row',
          children: [
            { type: 'Button', label: 'Plants', onPress: { do: 'go', page: 'list' } },
            { type: 'Button', label: 'Help', onPress: { do: 'go', page: 'help' } },
          ],
        },
        node,
      ],
    }),
  },
  Popover: {
    state: { onlyOpen: true, room: 'All rooms' },
    node: {
      label: 'Filter',
      icon: 'filter',
      children: [
        { type: 'Switch', label: 'Only what is open', bind: 'onlyOpen' },
        { type: 'Select', label: 'Room', bind: 'room', options: ['All rooms', 'Kitchen', 'Bathroom'] },
      ],
    },
  },
  Row: {
    node: {
      justify: 'between',
      align: 'center',
      children: [
        { type: 'Heading', text: 'Plants' },
        { type: 'Button', label: 'Add', icon: 'plus', variant: 'primary' },
      ],
    },
  },
  Section: {
    node: {
      title: 'This week',
      about: 'What is planned until Sunday.',
      icon: 'calendar',
      collapsible: true,
      actions: [{ type: 'IconButton', icon: 'plus', label: 'Add' }],
      children: ['Repot the fern', 'Cut back the lavender'],
    },
  },
  Sidebar: {
    state: { folder: 'all' },
    node: {
      title: 'Notes',
      items: [
        { value: 'all', label: 'All notes', icon: 'inbox', badge: 14 },
        { value: 'garden', label: 'Garden', icon: 'leaf', badge: 3 },
        { value: 'recipes', label: 'Recipes', icon: 'utensils' },
      ],
      bind: 'folder',
      children: [{ type: 'Heading', text: '${capitalize(folder)}' }, text('The notes of this folder.')],
    },
  },
  Slot: {
    node: {},
    sections: node => ({ parts: { Panel: { params: { title: 'text' }, view: { type: 'Card', title: '${title}', icon: 'leaf', children: [node] } } } }),
    frame: () => ({ type: 'Panel', title: 'Plants', children: ['What stands here was given by the use of the part.'] }),
  },
  Spacer: {
    node: {},
    frame: node => ({
      type: 'Row',
      children: [{ type: 'Button', label: 'Back', icon: 'arrow-left' }, node, { type: 'Button', label: 'Next', variant: 'primary' }],
    }),
  },
  Split: {
    state: { note: '# Sowing\n\n- Radish\n- Beans' },
    node: {
      ratio: 0.45,
      children: [
        { type: 'TextArea', label: 'Markdown', bind: 'note', rows: 6 },
        { type: 'Markdown', text: '${note}' },
      ],
    },
  },
  Stack: { node: { gap: 's', children: [{ type: 'Heading', text: 'Today' }, text('Three plants want water.'), { type: 'Button', label: 'Show them' }] } },
  Tab: {
    state: { tab: 'done' },
    node: { title: 'Done', value: 'done', icon: 'check', badge: 4, children: [text('What is done.')] },
    frame: node => ({ type: 'Tabs', bind: 'tab', children: [{ type: 'Tab', title: 'Open', value: 'open', children: [text('What is to do.')] }, node] }),
  },
  Tabs: {
    state: { tab: 'list' },
    node: {
      label: 'View',
      bind: 'tab',
      children: [
        { type: 'Tab', title: 'List', value: 'list', icon: 'list', children: [text('Twelve plants, by name.')] },
        { type: 'Tab', title: 'Calendar', value: 'calendar', icon: 'calendar', badge: 2, children: [text('Two want water this week.')] },
        { type: 'Tab', title: 'Chart', value: 'chart', icon: 'chart-line', children: [text('How they grew.')] },
      ],
    },
  },
  Toolbar: {
    state: { bold: true },
    node: {
      label: 'Formatting',
      children: [
        { type: 'ToggleButton', icon: 'bold', label: 'Bold', bind: 'bold', hideLabel: true },
        { type: 'IconButton', icon: 'italic', label: 'Italic' },
        { type: 'IconButton', icon: 'list', label: 'List' },
        { type: 'Divider' },
        { type: 'Button', label: 'Insert', icon: 'plus', variant: 'quiet' },
      ],
    },
  },
}

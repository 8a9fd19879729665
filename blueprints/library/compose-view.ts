/** What a composed app shows. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { column, inputNode, shownText, usedValues } from './field-parts.ts'
import { literal, quoted } from './literal.ts'
import { addLabel, manyLabel, type Plan } from './plan.ts'

const MOST_COLUMNS = 7

export function composeView(plan: Plan): JsonObject {
  const parts = [head(plan), stats(plan), filters(plan), chart(plan), rows(plan), form(plan)]
  return { type: 'Stack', pad: 'm', gap: 'm', children: parts.filter(part => part !== null) }
}

/** For the desktop's home. */
export function composeGlance(plan: Plan): JsonObject {
  const { money } = plan
  return money
    ? { type: 'Stat', label: literal(money.label), value: `\${sum(items, x => x.${money.id})}`, format: 'money', icon: plan.icon }
    : { type: 'Stat', label: manyLabel(plan), value: '${count(items)}', icon: plan.icon }
}

function head(plan: Plan): JsonObject {
  return {
    type: 'Row',
    wrap: true,
    justify: 'between',
    children: [
      { type: 'Heading', level: 1, text: literal(plan.title) },
      {
        type: 'Row',
        gap: 's',
        children: [
          {
            type: 'Menu',
            label: 'More',
            icon: 'ellipsis',
            hideLabel: true,
            variant: 'quiet',
            items: [{ label: 'Export as CSV', icon: 'download', disabled: '${empty(items)}', do: 'exportAll' }],
          },
          { type: 'Button', label: literal(addLabel(plan)), icon: 'plus', variant: 'primary', tip: 'n', onPress: 'newItem' },
        ],
      },
    ],
  }
}

function stats(plan: Plan): JsonObject {
  const { money, rating, done, number } = plan
  const children: Json[] = [{ type: 'Stat', label: manyLabel(plan), value: '${count(items)}', icon: plan.icon }]
  if (done) children.push({ type: 'Stat', label: literal(done.label), value: `\${count(items.filter(x => x.${done.id}))} of \${count(items)}`, icon: 'check' })
  if (money) children.push({ type: 'Stat', label: literal(money.label), value: `\${sum(items, x => x.${money.id})}`, format: 'money', icon: 'coins' })
  if (rating)
    children.push({
      type: 'Stat',
      label: literal(rating.label),
      value: `\${avg(items.filter(x => x.${rating.id} > 0), x => x.${rating.id}).with(a => a == null ? '–' : text(round(a, 1)) + ' ★')}`,
      icon: 'star',
    })
  if (number && children.length < 4)
    children.push({
      type: 'Stat',
      label: literal(`${number.label}, average`),
      value: `\${avg(items.filter(x => x.${number.id} != null), x => x.${number.id}).with(a => a == null ? '–' : text(round(a, 1))${number.unit ? ` + ${quoted(` ${number.unit}`)}` : ''})}`,
      icon: 'hash',
    })
  return { type: 'Grid', columns: 'auto', min: 's', show: '${!empty(items)}', children }
}

function filters(plan: Plan): JsonObject | null {
  const { group, done } = plan
  const children: Json[] = []
  if (plan.searched.length > 0)
    children.push({ type: 'TextField', id: 'search', label: 'Search', hideLabel: true, kind: 'search', placeholder: 'Search', bind: 'search', grow: true })
  if (group)
    children.push({
      type: 'Select',
      label: literal(`Filter by ${group.label.toLowerCase()}`),
      hideLabel: true,
      bind: 'only',
      width: 'm',
      options: `\${concat([{ value: null, label: ${quoted(`${group.label}: all`)} }], ${usedValues(group)}.map(v => ({ value: v, label: v })))}`,
    })
  if (done)
    children.push({
      type: 'Segmented',
      label: 'Show',
      hideLabel: true,
      bind: 'which',
      options: [
        { value: 'all', label: 'All' },
        { value: 'no', label: literal(`Not ${done.label.toLowerCase()}`) },
        { value: 'yes', label: literal(done.label) },
      ],
    })
  return children.length === 0 ? null : { type: 'Row', wrap: true, gap: 's', show: '${count(items) > 1}', children }
}

function chart({ date, money, number, rating, group }: Plan): JsonObject | null {
  const measure = number ?? rating
  if (date && money)
    return {
      type: 'Chart',
      show: '${count(points) > 1}',
      kind: 'bar',
      title: literal(`${money.label} by month`),
      data: '${points}',
      x: 'key',
      y: 'value',
      format: 'money',
      height: 's',
    }
  if (date && measure)
    return { type: 'Chart', show: '${count(points) > 1}', kind: 'line', title: literal(measure.label), data: '${points}', x: 'key', y: 'value', height: 's' }
  if (group)
    return {
      type: 'Chart',
      show: '${count(points) > 1}',
      kind: 'bar',
      title: literal(`By ${group.label.toLowerCase()}`),
      data: '${points}',
      x: 'key',
      y: 'value',
      height: 's',
    }
  return null
}

/** A formula: what the chart draws, as `[{ key, value }]`; null where there is no chart. */
export function pointsFormula({ date, money, number, rating, group }: Plan): string | null {
  const measure = number ?? rating
  if (date && money)
    return `group(sort(items.filter(x => x.${date.id} != null), x => x.${date.id}), x => format(x.${date.id}, 'MMM yyyy'), xs => sum(xs, x => x.${money.id}))`
  if (date && measure)
    return `sort(items.filter(x => x.${date.id} != null && x.${measure.id} != null), x => x.${date.id}).map(x => ({ key: format(x.${date.id}, 'd MMM'), value: x.${measure.id} }))`
  if (group) return `group(items.filter(x => !empty(x.${group.id})), x => x.${group.id}, xs => count(xs))`
  return null
}

function rows(plan: Plan): JsonObject {
  const nothing: JsonObject = {
    type: 'Empty',
    icon: plan.icon,
    text: `\${empty(items) ? ${quoted(`No ${plan.many} yet`)} : 'Nothing matches'}`,
    about: "${empty(items) ? 'What you add is kept on this device.' : 'Try another word or filter.'}",
    action: { type: 'Button', show: '${empty(items)}', label: 'Add the first', icon: 'plus', onPress: 'newItem' },
  }
  if (plan.shape === 'checklist') return { type: 'List', divided: true, each: '${shown}', as: 'row', empty: nothing, children: [checklistRow(plan)] }
  if (plan.shape === 'cards') return { type: 'Grid', columns: 'auto', min: 'm', each: '${shown}', as: 'row', empty: nothing, children: [card(plan)] }
  return {
    type: 'Table',
    rows: '${shown}',
    pageSize: 50,
    columns: plan.fields
      .flatMap(field => column(field === plan.name && field.kind === 'long' ? { ...field, kind: 'text' } : field) ?? [])
      .slice(0, MOST_COLUMNS),
    ...(plan.money ? { footer: { [plan.money.id]: `\${sum(shown, x => x.${plan.money.id})}` } } : {}),
    rowActions: [
      { label: 'Edit', icon: 'pencil', do: { do: 'run', action: 'editItem', with: { row: '${row}' } } },
      { label: 'Delete', icon: 'trash-2', tone: 'bad', do: deleteSteps(plan) },
    ],
    empty: nothing,
  }
}

function checklistRow(plan: Plan): JsonObject {
  const others = plan.fields.filter(field => field !== plan.name && field !== plan.done)
  return {
    type: 'Row',
    children: [
      { type: 'Checkbox', label: '${nameOf(row)}', bind: `row.${plan.done?.id}`, grow: true },
      ...others.map(field => ({ type: 'Text', tone: 'neutral', size: 's', text: `\${${shownText(field, 'row')}}` })),
      ...buttons(plan),
    ],
  }
}

function card(plan: Plan): JsonObject {
  const others = plan.fields.filter(field => field !== plan.name && field.kind !== 'photo' && field.kind !== 'bool')
  return {
    type: 'Card',
    title: '${nameOf(row)}',
    cover: `\${row.${plan.photo?.id}}`,
    actions: buttons(plan),
    children: [
      {
        type: 'Stack',
        gap: 's',
        children: [
          ...others.map(field => ({
            type: 'Text',
            show: `\${${shownText(field, 'row')} != ''}`,
            ...(field.kind === 'long' ? { lines: 3 } : {}),
            tone: 'neutral',
            text: `${field.kind === 'long' || field.kind === 'rating' ? '' : `${literal(field.label)}: `}\${${shownText(field, 'row')}}`,
          })),
          ...(plan.done ? [{ type: 'Checkbox', label: literal(plan.done.label), bind: `row.${plan.done.id}` }] : []),
        ],
      },
    ],
  }
}

function buttons(plan: Plan): JsonObject[] {
  return [
    { type: 'IconButton', icon: 'pencil', size: 's', label: 'Edit ${nameOf(row)}', onPress: { do: 'run', action: 'editItem', with: { row: '${row}' } } },
    { type: 'IconButton', icon: 'trash-2', size: 's', label: 'Delete ${nameOf(row)}', onPress: deleteSteps(plan) },
  ]
}

function deleteSteps(plan: Plan): JsonObject[] {
  return [
    { do: 'remove', item: 'row' },
    { do: 'toast', text: literal(`${plan.one[0]?.toUpperCase() ?? ''}${plan.one.slice(1)} deleted`), undo: true },
  ]
}

function form(plan: Plan): JsonObject {
  return {
    type: 'Dialog',
    title: `\${draft.id == '' ? ${quoted(addLabel(plan))} : ${quoted(`Edit ${plan.one}`)}}`,
    size: plan.fields.length > 4 ? 'm' : 's',
    open: '${formOpen}',
    onClose: { do: 'set', path: 'formOpen', value: false },
    children: [
      {
        type: 'Form',
        onSubmit: 'save',
        submitLabel: 'Save',
        children: [{ type: 'Stack', children: plan.fields.map(field => inputNode(field, field === plan.name && field.kind !== 'fixed')) }],
      },
    ],
  }
}

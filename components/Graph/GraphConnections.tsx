import { useSay } from '../words/say.ts'
import type { GraphModel } from './graph-model.ts'

/** What leads where, in words: read out, not shown. */
export function GraphConnections({ model }: { readonly model: GraphModel }) {
  const say = useSay()
  const labels = new Map(model.nodes.map(node => [node.id, node.label]))
  const connected = new Set(model.edges.flatMap(({ from, to }) => [from, to]))
  const alone = model.nodes.filter(({ id }) => !connected.has(id))
  return (
    <ul className="cy-hidden" data-tests-ignore="" aria-label={say('Connections')}>
      {model.edges.map(({ from, to, label }, index) => (
        <li key={index}>
          {say('{from} leads to {to}', { from: labels.get(from) ?? '', to: labels.get(to) ?? '' })}
          {label === '' ? '' : `: ${label}`}
        </li>
      ))}
      {alone.map(({ id, label }) => (
        <li key={`alone ${id}`}>{say('{name} stands alone', { name: label })}</li>
      ))}
    </ul>
  )
}

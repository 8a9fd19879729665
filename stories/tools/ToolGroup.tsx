import { type ReactNode, useId, useMemo, useState } from 'react'
import { Heading } from '../../components/Heading/Heading.tsx'
import type { ToolPort } from '../../engine/ports.ts'
import { describeCapability } from '../../schema/capability-words.ts'
import type { CapabilityRule } from '../../schema/catalog.ts'
import { grades } from '../../schema/generate/reference/grade-words.ts'
import { slotText } from '../../schema/generate/reference/slot-text.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import { toolCosts } from '../../schema/tool-costs.ts'
import { sharedErrors } from '../../schema/tool-errors.ts'
import { createBroker } from '../../tools/broker.ts'
import { createTestWorld } from '../../tools/test-world.ts'
import { BlueprintStage } from '../stage/BlueprintStage.tsx'
import { type DescribedTool, toolsOf } from './described-tools.ts'
import { demonstrated, engineDemo } from './engine-demo.ts'
import { canBeTried, tryDocument } from './try-document.ts'
import './ToolGroup.css'

/** All tools of a group: what each takes, gives and asks for, how it fails, its example, and where it can be, a form to try it. */
export function ToolGroup({ group }: { readonly group: string }): ReactNode {
  const tools = toolsOf(group)
  return (
    <article className="tools" aria-label={`Tools: ${group}`}>
      <Heading text={group.charAt(0).toUpperCase() + group.slice(1)} level={1} />
      <p className="tools-names">
        {tools.map(({ spec: { name } }) => (
          <a key={name} href={`#${name}`}>
            {name}
          </a>
        ))}
      </p>
      {demonstrated(group).length > 0 && <Demo group={group} />}
      {tools.map(tool => (
        <ToolEntry key={tool.spec.name} tool={tool} />
      ))}
    </article>
  )
}

/** Of those that the engine does itself, which only an app can show. */
function Demo({ group }: { readonly group: string }): ReactNode {
  const document = useMemo(() => engineDemo(group), [group])
  const port = useMemo(createPort, [])
  return (
    <section aria-label={`Try ${group}`} className="tools-stage">
      <BlueprintStage document={document} tools={port} />
    </section>
  )
}

/** The tools themselves, behind the broker, in a world in which nothing leaves the page. */
function createPort(): ToolPort {
  const world = { ...createTestWorld(), chance: { id: () => crypto.randomUUID(), random: Math.random } }
  return createBroker({ isGranted: () => false, approve: () => Promise.resolve(false), world })
}

function ToolEntry({ tool }: { readonly tool: DescribedTool }): ReactNode {
  const { spec, about, signature, errors, example } = tool
  const shared = sharedErrors.filter(error => error.of(spec) && !Object.hasOwn(errors, error.code))
  return (
    <section className="tools-one" id={spec.name} aria-label={spec.name}>
      <Heading text={spec.name} level={2} />
      <p className="tools-signature">
        <code>{signature}</code>
      </p>
      <p>{[about, ...traits(tool)].join(' ')}</p>
      {Object.keys(spec.arguments).length > 0 && <Arguments tool={tool} />}
      {(Object.keys(errors).length > 0 || shared.length > 0) && (
        <details>
          <summary>Failures</summary>
          <dl className="tools-errors">
            {[...Object.entries(errors), ...shared.map(({ code, words }) => [code, words] as const)].map(([code, words]) => (
              <div key={code}>
                <dt>
                  <code>{code}</code>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <pre className="tools-example">{prettyText(example).trimEnd()}</pre>
      {canBeTried(spec) && <Try tool={tool} />}
    </section>
  )
}

function traits({ spec: { result, capability, read, gesture, cost, oneOf } }: DescribedTool): readonly string[] {
  return [
    ...(result === 'null' ? [] : [`It gives ${result.replaceAll('"', '').replaceAll(/([:,])/g, '$1 ')}.`]),
    ...(oneOf ? [`It needs ${oneOf.map(set => set.join(' and ')).join(', or ')}.`] : []),
    ...(capability ? [`With it an app can ${describeCapability(scoped(capability))}; that is ${grades[capability.grade]}.`] : []),
    toolCosts[cost],
    ...(read ? ['It may stand in data.'] : []),
    ...(gesture ? ['It runs only after a person’s press or key.'] : []),
  ]
}

function scoped({ name, scope }: CapabilityRule): string {
  return scope === undefined ? name : `${name}:${{ origin: 'https://api.example.com', folder: 'notes', name: 'add-task' }[scope.kind]}`
}

function Arguments({ tool: { spec, arguments: words } }: { readonly tool: DescribedTool }): ReactNode {
  return (
    <div className="tools-scroll">
      <table className="tools-arguments">
        <thead>
          <tr>
            <th scope="col">argument</th>
            <th scope="col">value</th>
            <th scope="col">what for</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(spec.arguments).map(([name, slot]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {slot.required ? ' *' : ''}
              </th>
              <td>{slotText(slot).replaceAll('`', '')}</td>
              <td>{words[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Made once somebody opens it: a group can have a hundred. */
function Try({ tool }: { readonly tool: DescribedTool }): ReactNode {
  const [opened, setOpened] = useState(false)
  const id = useId()
  return (
    <details className="tools-try" onToggle={event => setOpened(was => was || event.currentTarget.open)}>
      <summary aria-controls={id}>Try {tool.spec.name}</summary>
      <div id={id}>{opened && <TryForm tool={tool} />}</div>
    </details>
  )
}

function TryForm({ tool }: { readonly tool: DescribedTool }): ReactNode {
  const document = useMemo(() => tryDocument(tool), [tool])
  const port = useMemo(createPort, [])
  return (
    <div className="tools-stage">
      <BlueprintStage document={document} tools={port} />
    </div>
  )
}

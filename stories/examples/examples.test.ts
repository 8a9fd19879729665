import { describe, expect, it } from 'vitest'
import { components } from '../../schema/generated/catalog.ts'
import { checkBlueprint } from '../../schema/index.ts'
import { documentOf, exampleOf, withEvents, writtenExamples } from './index.ts'

describe('the example of', () => {
  it.each(writtenExamples)('%s is an app without an issue, also with all its events', name => {
    const example = exampleOf(name)
    for (const node of [example.node, withEvents(example.node)]) {
      const issues = checkBlueprint(JSON.stringify(documentOf(example, node)))
      expect(issues.map(issue => `${issue.code} ${issue.at}: ${issue.message}`)).toEqual([])
    }
  })

  it('each is of a component that there is', () => {
    expect(writtenExamples.filter(name => !components.has(name))).toEqual([])
  })
})

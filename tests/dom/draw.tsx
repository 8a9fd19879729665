/** Draws a document as it is, checked or not, with the engine and the components that the product has. */
import { act, type RenderResult, render } from '@testing-library/react'
import { catalog } from '../../components/index.ts'
import { BlueprintView } from '../../engine/react/index.ts'
import { createTestApp, type TestApp, type TestAppOptions } from '../../engine/test-app.ts'
import type { JsonObject } from '../../schema/json/json.ts'

export interface DrawnApp extends TestApp, RenderResult {
  /** What React and the components complained of: an exception that a tile stands for is among it. */
  readonly complaints: readonly string[]
}

/** `sections` go to the engine unchecked, as if the checker had a hole. */
export function draw(sections: JsonObject, options: TestAppOptions = {}): DrawnApp {
  const complaints: string[] = []
  const { error } = console
  console.error = (...said: unknown[]) => void complaints.push(said.map(String).join(' '))
  try {
    const test = createTestApp(sections, options)
    const view = render(<BlueprintView app={test.app} catalog={catalog} />)
    return { ...test, ...view, complaints }
  } finally {
    console.error = error
  }
}

/** Lets lazy components, timers of zero and promises go on. */
export async function settle(turns = 3): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await act(() => new Promise(resolve => setTimeout(resolve, 0)))
}

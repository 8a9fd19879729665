/** Every component, shipped app and recording as it is drawn: narrow and wide, enlarged and from right to left. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenStage, openStage } from '../behaviour/open-stage.ts'
import { appScenes, componentScenes, recordingScenes, type Scene } from '../behaviour/scenes.ts'
import type { Place } from '../behaviour/stage/survey.ts'
import { theBrowser } from './desktop.ts'

let stage: OpenStage
let open: Awaited<ReturnType<OpenStage['page']>>
beforeAll(async () => {
  stage = await openStage(await theBrowser())
  open = await stage.page()
})
afterAll(() => stage?.close())

const scenes: readonly Scene[] = [...componentScenes(), ...appScenes(), ...recordingScenes()]
/** Where everything stands at 640 px in English, by scene. */
const placesInEnglish = new Map<string, readonly Place[]>()

/** Written from right to left; its numbers and the words of components are the same as in English. */
const MIRRORED = 'he-IL'

async function showEach(width: number, language: string, look: (name: string, found: Awaited<ReturnType<typeof survey>>) => void): Promise<void> {
  const { page, traps } = open
  await page.setViewportSize({ width, height: 800 })
  for (const scene of scenes) look(scene.name, await survey(page, scene, language))
  expect(traps.take()).toEqual([])
}

function survey(page: Page, { document, persisted = {} }: Scene, language: string) {
  return page.evaluate(async json => {
    const { document, ...options } = JSON.parse(json)
    return {
      complaints: await window.stage.show(document, options),
      cutOff: window.stage.cutOff(),
      small: window.stage.smallTargets(),
      places: window.stage.places(),
    }
  }, JSON.stringify({ document, persisted, language }))
}

describe('whatever the width, without its author’s doing anything', () => {
  it.each([
    ['320 px', 320],
    ['640 px, or 1,280 px enlarged to 200 %,', 640],
    ['1,600 px', 1600],
  ])('at %s nothing is cut off, and what is pressed is 24 px or more', async (_, width) => {
    const wrong: string[] = []
    await showEach(width, 'en-US', (name, { complaints, cutOff, small, places }) => {
      wrong.push(...[...complaints, ...cutOff, ...small].map(line => `${name}: ${line}`))
      if (width === 640) placesInEnglish.set(name, places)
    })
    expect(wrong).toEqual([])
  })

  it('at 320 px neither is what opens: menus, lists, calendars', async () => {
    const { page, traps } = open
    await page.setViewportSize({ width: 320, height: 640 })
    const found: string[] = []
    let count = 0
    for (const scene of scenes) {
      await survey(page, scene, 'en-US')
      const { opened, wrong } = await page.evaluate(() => window.stage.openEach())
      count += opened
      found.push(...wrong.map(line => `${scene.name}: ${line}`))
    }
    expect(found).toEqual([])
    expect(count).toBeGreaterThan(40)
    expect(traps.take()).toEqual([])
  })

  it('from right to left it is mirrored, and nothing is cut off', async () => {
    const wrong: string[] = []
    if (placesInEnglish.size === 0) await showEach(640, 'en-US', (name, { places }) => placesInEnglish.set(name, places))
    await showEach(640, MIRRORED, (name, { cutOff, places }) => {
      wrong.push(...cutOff.map(line => `${name}: ${line}`))
      const before = placesInEnglish.get(name) ?? []
      // Dates are longer in one of them: then it is another text, and its neighbours give way.
      if (before.length !== places.length) return
      for (const [at, place] of places.entries()) {
        const was = before[at]
        if (was && Math.abs(was.width - place.width) < 3 && Math.abs(was.start - place.start) > 8)
          wrong.push(`${name}: ${place.name} stands ${place.start} px from its side, not ${was.start}`)
      }
    })
    expect(wrong).toEqual([])
  })
})

it('what is cut off, too small or too wide is seen', async () => {
  const found = await open.page.evaluate(async () => {
    await window.stage.show({ view: { type: 'Text', text: 'x' } })
    const content = document.querySelector('.cy-app-content')
    const add = (name: string, text: string, style: Partial<CSSStyleDeclaration>) => {
      const element = content!.appendChild(document.createElement(name))
      element.textContent = text
      Object.assign(element.style, style)
    }
    add('button', 'tiny', { width: '12px', height: '30px', flex: 'none' })
    add('p', 'a long line that is cut off', { width: '40px', overflow: 'hidden', whiteSpace: 'nowrap' })
    add('p', 'a wide one', { width: '4000px', flex: 'none' })
    return { cutOff: window.stage.cutOff().join('\n'), small: window.stage.smallTargets().join('\n') }
  })
  expect(found.small).toMatch(/tiny.* is 12 × 30/)
  expect(found.cutOff).toMatch(/too wide/)
  expect(found.cutOff).toMatch(/a long line.*cuts off/)
  expect(found.cutOff).toMatch(/a wide one.*reaches/)
})

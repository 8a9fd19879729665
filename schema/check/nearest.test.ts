import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest, nearestFitting } from './nearest.ts'

describe('nearest', () => {
  it('[B3] finds a name in another style, whatever else is near', () => {
    for (const word of ['on_press', 'on-press', 'OnPress', 'ONPRESS']) expect(nearest(word, ['onPress', 'onChange'])).toEqual({ name: 'onPress', sure: true })
    expect(nearest('parts.Kpi', ['Kpi', 'Card'])).toEqual({ name: 'Kpi', sure: true })
  })

  it('[B3] finds a name with a letter lost, added, changed or swapped', () => {
    for (const word of ['lable', 'labl', 'labell', 'lapel']) expect(nearest(word, ['label', 'about'])?.name).toBe('label')
  })

  it('prefers what shares more of the beginning and the end', () => {
    expect(nearest('cart', ['card', 'chart'])).toEqual({ name: 'chart', sure: true })
  })

  it('is not sure between two that are equally near', () => {
    expect(nearest('bat', ['cat', 'hat'])?.sure).toBe(false)
    expect(nearest('bat', ['hat'])?.sure).toBe(true)
  })

  it('suggests what only begins so, and is not sure of it', () => {
    expect(nearest('desc', ['description', 'title'])).toEqual({ name: 'description', sure: false })
  })

  it('finds nothing for what is like nothing', () => {
    expect(nearest('x', ['y', 'z'])).toBe(undefined)
    expect(nearest('banana', ['label', 'tone'])).toBe(undefined)
  })

  it('gives a candidate other than the name, or nothing', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, fc.array(word), (name, candidates) => {
        const near = nearest(name, candidates)
        if (near) expect(candidates.includes(near.name) && near.name !== name).toBe(true)
      }),
    )
  })
})

describe('nearestFitting', () => {
  it('takes the one that fits among those that are as near', () => {
    expect(nearestFitting('Tabb', ['Tab', 'Tabs'], name => name === 'Tab')).toEqual({ name: 'Tab', sure: true })
    expect(nearestFitting('Cart', ['Card', 'Chart'], name => name === 'Card')).toEqual({ name: 'Card', sure: true })
  })

  it('stays with the nearer one where what fits is farther', () => {
    expect(nearestFitting('labels', ['label', 'lapel'], name => name === 'lapel')?.name).toBe('label')
  })
})

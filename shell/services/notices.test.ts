import { describe, expect, it, vi } from 'vitest'
import { createNotices, dueWords, type InsteadNotice, type Notice } from './notices.ts'

const notice: Notice = { instance: 'i', app: 'Pills', title: 'Take two', text: 'With water', tag: 'i/a', lateSince: null }

function platform(permission: NotificationPermission, answer: NotificationPermission = permission, broken = false) {
  const shown: { title: string; options: NotificationOptions | undefined; onclick: (() => void) | null; close(): void }[] = []
  class Fake {
    static permission = permission
    static requestPermission = vi.fn(async () => {
      Fake.permission = answer
      return answer
    })
    onclick: (() => void) | null = null
    readonly title: string
    readonly options: NotificationOptions | undefined
    constructor(title: string, options?: NotificationOptions) {
      if (broken) throw new TypeError('Illegal constructor')
      this.title = title
      this.options = options
      shown.push(this)
    }
    close() {}
  }
  return { Fake: Fake as unknown as typeof Notification, shown, asked: Fake.requestPermission }
}

function notices(Fake: typeof Notification | null) {
  const instead: InsteadNotice[] = []
  const opened: string[] = []
  const port = createNotices({ platform: Fake, language: 'en-GB', showInstead: each => void instead.push(each), onOpen: each => void opened.push(each) })
  return { port, instead, opened }
}

describe('a notice', () => {
  it('[S62] is the system’s where that is allowed, the app’s name before its words, and leads to the app', async () => {
    const { Fake, shown, asked } = platform('granted')
    const { port, instead, opened } = notices(Fake)
    await port.show(notice, true)
    expect(shown).toMatchObject([{ title: 'Pills: Take two', options: { body: 'With water', tag: 'i/a' } }])
    expect(asked).not.toHaveBeenCalled()
    shown[0]!.onclick!()
    expect(opened).toEqual(['i'])
    expect(instead).toEqual([])
  })

  it('[S15][S62] marks words that look like one of the desktop’s own names', async () => {
    const { Fake, shown } = platform('granted')
    await notices(Fake).port.show({ ...notice, title: 'Sуstem' }, true)
    expect(shown[0]!.title).toBe('Pills: “Sуstem”')
  })

  it('asks the browser for its permission only after a press', async () => {
    const { Fake, shown, asked } = platform('default', 'granted')
    const { port, instead } = notices(Fake)
    await port.show(notice, false)
    expect(asked).not.toHaveBeenCalled()
    expect(instead).toMatchObject([{ title: 'Take two', why: expect.stringMatching(/has not been asked/), turnOn: expect.any(Function) }])
    expect(await instead[0]!.turnOn!()).toBe(true)
    await port.show(notice, false)
    expect(shown).toHaveLength(1)
  })

  it.each([
    ['denied', false, /does not let this page/],
    ['granted', true, /shows no notifications/],
  ] as const)('is the desktop’s own where the browser says %s, broken: %s', async (permission, broken, why) => {
    const { Fake, shown } = platform(permission, permission, broken)
    const { port, instead } = notices(Fake)
    await port.show(notice, true)
    expect(shown).toEqual([])
    expect(instead).toMatchObject([{ app: 'Pills', why: expect.stringMatching(why), turnOn: null }])
  })

  it('is the desktop’s own where the browser has none', async () => {
    const { port, instead } = notices(null)
    await port.show(notice, true)
    expect(instead).toMatchObject([{ why: expect.stringMatching(/shows no notifications/), turnOn: null }])
  })

  it('that comes late says when it was due', async () => {
    const { Fake, shown } = platform('granted')
    await notices(Fake).port.show({ ...notice, lateSince: new Date(2026, 0, 2, 8, 30).getTime() }, false)
    expect(shown[0]!.options?.body).toMatch(/^With water · was due .*2 Jan.*08:30$/)
    const now = new Date(2026, 0, 2, 9, 0).getTime()
    expect(dueWords(new Date(2026, 0, 2, 8, 30).getTime(), 'en-GB', now)).toBe('was due 08:30')
  })
})

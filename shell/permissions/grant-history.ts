import { type Grant, holds } from '../storage/installed-app.ts'

const day = (at: number) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })
const moment = (at: number) => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** When an answer was given, until when it holds, and when it was last used, in words. */
export function grantHistory(grant: Grant, now: number): string {
  const { granted, at, until, lastUsedAt } = grant
  const answer = !granted ? 'Not allowed' : holds(grant, now) ? 'Allowed' : 'Was allowed'
  const end =
    typeof until !== 'number' ? (until === 'closed' ? ' until its window is closed' : '') : until > now ? ` until ${moment(until)}` : `, ended ${moment(until)}`
  const use = lastUsedAt === null ? 'not used yet' : `last used ${moment(lastUsedAt)}`
  return `${answer} ${day(at)}${granted ? end : ''} · ${use}`
}

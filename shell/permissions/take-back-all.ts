import type { Desk } from '../desktop/desk.ts'
import { holds, type InstalledApp } from '../storage/installed-app.ts'

/** Takes back each yes that one app was given; calls that use them end. */
export async function takeBackAll(desk: Pick<Desk, 'setGrant' | 'services'>, app: InstalledApp): Promise<void> {
  const now = desk.services.clock.now()
  for (const grant of app.grants) if (holds(grant, now)) await desk.setGrant(app.instance, grant.capability, false)
}

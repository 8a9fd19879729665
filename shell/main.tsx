import '../components/theme/theme.css'
import './look/shell.css'
import './look/cyanotype.css'
import { createRoot } from 'react-dom/client'
import { claimPressableStyle } from '../components/pressable.ts'
import { Desktop } from './desktop/Desktop.tsx'
import { createDesk } from './desktop/desk.ts'
import { appParts, iconParts, panelParts, windowParts } from './desktop/load-later.ts'
import { openPageServices } from './services/page-services.ts'

claimPressableStyle()

const notices: string[] = []
const root = createRoot(document.querySelector('#desktop')!)

const services = await openPageServices(() => {
  notices.push('A newer version of Cyanotype is open in another tab. Reload this one to go on saving here.')
  draw()
})
if (services.store.kind === 'memory') notices.push('This browser does not let the page keep anything. Apps work until the page is closed; Settings has Export.')

const desk = createDesk(services)
const draw = () => root.render(<Desktop desk={desk} notices={[...notices]} />)
draw()
// Behind the first paint, in the order in which a person comes to need them. What cannot be had now is asked for again, and spoken of, where it is used.
for (const parts of [iconParts, windowParts, panelParts, appParts]) parts.load().catch(() => undefined)
import('./services/web-vitals.ts').then(
  vitals => vitals.watchVitals(),
  () => undefined,
)

/** A link stays in the address: a reload before its app was allowed shows it again, and later finds the app on this desktop. */
const openFromAddress = () => {
  if (location.hash.startsWith('#/b/')) void desk.openLink(location.hash)
}

await desk.restore().catch(() => {
  notices.push('What is stored on this device could not be read just now. Reload to try again; nothing was changed.')
  draw()
})
openFromAddress()
addEventListener('hashchange', openFromAddress)
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void desk.flush()
})

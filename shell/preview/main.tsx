import '../../components/theme/theme.css'
import '../look/shell.css'
import '../look/cyanotype.css'
import { effect, signal } from '@preact/signals-core'
import { createRoot } from 'react-dom/client'
import { claimPressableStyle } from '../../components/pressable.ts'
import { hashBlueprint } from '../../schema/index.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { runSelfTest } from '../self-test/run-self-test.ts'
import { createAppCalls } from '../services/app-calls.ts'
import { createPorts } from '../services/app-ports.ts'
import { systemChance } from '../services/chance.ts'
import { systemClock } from '../services/clock.ts'
import { sha256Hex } from '../services/digest.ts'
import { createGateway } from '../services/gateway.ts'
import { systemLocale } from '../services/locale.ts'
import { openPlatform, type PagePlatform } from '../services/page-platform.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { openConnection } from './connection.ts'
import { PreviewPage } from './PreviewPage.tsx'
import { createPreview, type Preview } from './preview.ts'

claimPressableStyle()

const base = new URL('.', document.baseURI)
const gateway = createGateway(base, document.querySelector<HTMLMetaElement>('meta[name="cyanotype-session"]')?.content ?? '', async () => ({
  createAppCalls,
}))
// What an app keeps while it is being written is as fleeting as its state: a reload begins anew.
const store = createAppStore(createMemoryRecords(), { digest: sha256Hex, hashDocument: hashBlueprint })
const locale = systemLocale()
const world = { store, gateway, clock: systemClock, chance: systemChance, locale }

const platform: PagePlatform = openPlatform({
  store,
  clock: systemClock,
  language: locale.language,
  apps: signal([]),
  level: signal('standard'),
  say: toast => preview.say(toast),
  onOpen: () => undefined,
  nameIfAllowed: async () => (preview.granted.peek().has('notify') ? appNameForPeople(preview.shown.peek()?.app.info.peek().name ?? null) : null),
})
const preview: Preview = createPreview({
  portsFor: request => createPorts({ ...world, platform }, request),
  setGrants: gateway.setGrants,
  framePage: gateway.framePage,
  selfTest: runSelfTest,
})
const connection = openConnection({ base, gateway, onFile: file => void preview.take(file), onOtherStart: () => location.reload() })

effect(() => {
  const name = preview.shown.value?.app.info.value.name ?? preview.file.value?.name ?? 'Cyanotype'
  document.title = `${preview.verdict.value} · ${name}`
})

createRoot(document.querySelector('#preview')!).render(<PreviewPage preview={preview} connection={connection} listener={platform.listener} />)

/** Every tool that there is. What is not in this list cannot be done. */
import { tools } from '../schema/generated/catalog.ts'
import { appClose, appFocus, appInstall, appList, appOpen, appSend } from './apps.ts'
import { celebrate, notify, notifyCancel, soundPlay, soundTone } from './attention.ts'
import { clipboardCopy, clipboardHistory, clipboardPaste } from './clipboard.ts'
import { csvFormat, csvParse } from './csv.ts'
import { base64Decode, base64Encode, hashSha256 } from './encoding.ts'
import { fileOpen, fileSave } from './files.ts'
import { httpTool } from './http.ts'
import { jsonFormat, jsonParse } from './json.ts'
import { llmAsk } from './llm.ts'
import { mathTool } from './math/math-tool.ts'
import { geoHere } from './place.ts'
import { randomInt, randomPick, randomShuffle, randomText } from './random.ts'
import { shareLink, shareQr } from './share.ts'
import { speechListen, speechSay } from './speech.ts'
import { storageClear, storageGet, storageList, storageRemove, storageSet } from './storage.ts'
import { systemEvents, systemInfo, systemKill, systemLog, systemLook, systemMetrics, systemPermissions, systemProcesses, systemSettings } from './system.ts'
import { textDiff } from './text.ts'
import type { Tool } from './tool.ts'
import { print } from './window.ts'
import { fsAppend, fsCopy, fsList, fsMkdir, fsMove, fsRead, fsRemove, fsSearch, fsStat, fsWatch, fsWrite } from './workspace.ts'

export const toolImplementations: ReadonlyMap<string, Tool> = new Map<string, Tool>([
  ['app.close', appClose],
  ['app.focus', appFocus],
  ['app.install', appInstall],
  ['app.list', appList],
  ['app.open', appOpen],
  ['app.send', appSend],
  ['base64.decode', base64Decode],
  ['base64.encode', base64Encode],
  ['celebrate', celebrate],
  ['clipboard.copy', clipboardCopy],
  ['clipboard.history', clipboardHistory],
  ['clipboard.paste', clipboardPaste],
  ['csv.format', csvFormat],
  ['csv.parse', csvParse],
  ['file.open', fileOpen],
  ['file.save', fileSave],
  ['fs.append', fsAppend],
  ['fs.copy', fsCopy],
  ['fs.list', fsList],
  ['fs.mkdir', fsMkdir],
  ['fs.move', fsMove],
  ['fs.read', fsRead],
  ['fs.remove', fsRemove],
  ['fs.search', fsSearch],
  ['fs.stat', fsStat],
  ['fs.watch', fsWatch],
  ['fs.write', fsWrite],
  ['geo.here', geoHere],
  ['hash.sha256', hashSha256],
  ['http.delete', httpTool('DELETE')],
  ['http.get', httpTool('GET')],
  ['http.patch', httpTool('PATCH')],
  ['http.post', httpTool('POST')],
  ['http.put', httpTool('PUT')],
  ['json.format', jsonFormat],
  ['json.parse', jsonParse],
  ['llm.ask', llmAsk],
  ...[...tools.keys()].filter(name => name.startsWith('math.')).map((name): [string, Tool] => [name, mathTool(name)]),
  ['notify', notify],
  ['notify.cancel', notifyCancel],
  ['print', print],
  ['random.int', randomInt],
  ['random.pick', randomPick],
  ['random.shuffle', randomShuffle],
  ['random.text', randomText],
  ['share.link', shareLink],
  ['share.qr', shareQr],
  ['sound.play', soundPlay],
  ['sound.tone', soundTone],
  ['speech.listen', speechListen],
  ['speech.say', speechSay],
  ['storage.clear', storageClear],
  ['storage.get', storageGet],
  ['storage.list', storageList],
  ['storage.remove', storageRemove],
  ['storage.set', storageSet],
  ['system.events', systemEvents],
  ['system.info', systemInfo],
  ['system.kill', systemKill],
  ['system.log', systemLog],
  ['system.look', systemLook],
  ['system.metrics', systemMetrics],
  ['system.permissions', systemPermissions],
  ['system.processes', systemProcesses],
  ['system.settings', systemSettings],
  ['text.diff', textDiff],
])

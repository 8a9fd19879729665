/** Every tool that there is. What is not in this list cannot be done. */
import { celebrate, notify, notifyCancel, soundPlay, soundTone } from './attention.ts'
import { clipboardCopy, clipboardPaste } from './clipboard.ts'
import { csvFormat, csvParse } from './csv.ts'
import { base64Decode, base64Encode, hashSha256 } from './encoding.ts'
import { fileOpen, fileSave } from './files.ts'
import { httpTool } from './http.ts'
import { jsonFormat, jsonParse } from './json.ts'
import { randomInt, randomPick, randomShuffle, randomText } from './random.ts'
import { speechSay } from './speech.ts'
import { storageClear, storageGet, storageList, storageRemove, storageSet } from './storage.ts'
import { systemEvents } from './system.ts'
import type { Tool } from './tool.ts'
import { print } from './window.ts'

export const toolImplementations: ReadonlyMap<string, Tool> = new Map<string, Tool>([
  ['base64.decode', base64Decode],
  ['base64.encode', base64Encode],
  ['celebrate', celebrate],
  ['clipboard.copy', clipboardCopy],
  ['clipboard.paste', clipboardPaste],
  ['csv.format', csvFormat],
  ['csv.parse', csvParse],
  ['file.open', fileOpen],
  ['file.save', fileSave],
  ['hash.sha256', hashSha256],
  ['http.delete', httpTool('DELETE')],
  ['http.get', httpTool('GET')],
  ['http.patch', httpTool('PATCH')],
  ['http.post', httpTool('POST')],
  ['http.put', httpTool('PUT')],
  ['json.format', jsonFormat],
  ['json.parse', jsonParse],
  ['notify', notify],
  ['notify.cancel', notifyCancel],
  ['print', print],
  ['random.int', randomInt],
  ['random.pick', randomPick],
  ['random.shuffle', randomShuffle],
  ['random.text', randomText],
  ['sound.play', soundPlay],
  ['sound.tone', soundTone],
  ['speech.say', speechSay],
  ['storage.clear', storageClear],
  ['storage.get', storageGet],
  ['storage.list', storageList],
  ['storage.remove', storageRemove],
  ['storage.set', storageSet],
  ['system.events', systemEvents],
])

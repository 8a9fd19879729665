import type { Tool } from './tool.ts'

export const shareLink: Tool = (_args, { share }) => share.link()

export const shareQr: Tool = async (_args, { share }) => {
  await share.qr()
  return null
}

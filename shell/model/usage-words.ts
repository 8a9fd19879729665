import type { Usage } from '../storage/installed-app.ts'

/** `4,711 tokens in, 1,234 out, 8.2 s` */
export function usageWords({ inputTokens, outputTokens, seconds }: Usage): string {
  return `${inputTokens.toLocaleString('en')} tokens in, ${outputTokens.toLocaleString('en')} out, ${seconds.toLocaleString('en')} s`
}

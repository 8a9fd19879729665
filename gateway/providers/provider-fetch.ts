import { GatewayFailure } from '../failure.ts'

/**
 * The `fetch` that the SDKs are given. A redirect is not followed, since it would carry the key to where
 * it does not belong (S43), and a web page in place of an answer is said to be one.
 * Throws `GatewayFailure` for both; connection errors as `fetch` throws them.
 */
export function createProviderFetch(name: string, extra?: AbortSignal): typeof fetch {
  return async (input, init) => {
    const signals = [init?.signal, extra].filter(signal => signal instanceof AbortSignal)
    const response = await fetch(input, {
      ...init,
      redirect: 'manual',
      ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
    })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new GatewayFailure('moved', `${name} is no longer at this address. Correct its base URL in Settings.`, { status: 502 })
    }
    if (response.ok && isPage(response)) {
      await response.body?.cancel()
      throw new GatewayFailure(
        'not-a-model',
        `The address set for ${name} answers with a web page, not with a model. Correct its base URL in Settings; it often ends in /v1.`,
        { status: 502 },
      )
    }
    return response
  }
}

function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.trim().toLowerCase().startsWith('text/html') ?? false
}

import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/server.ts'

export interface AppName {
  readonly instance: string
  readonly hash: string
}

export interface Answer {
  readonly status: number
  // What a route answers with is looked into by the tests that know it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
  readonly text: string
}

/** Speaks to a gateway as its own page does, without a socket between. */
export interface GatewayPage {
  readonly gateway: Gateway
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answer>
  /** Puts these capabilities in place of what the app had. */
  grant(app: AppName, capabilities: readonly string[]): Promise<Answer>
  /** A token for one tool, or the code of the refusal. */
  token(app: AppName, tool: string): Promise<string>
}

export async function openGatewayPage(options: GatewayOptions): Promise<GatewayPage> {
  const gateway = createGateway({ env: { OLLAMA_HOST: 'http://127.0.0.1:9', PRIMARY_PROVIDER: 'library' }, shell: '/nowhere', write: () => {}, ...options })
  const origin = `http://localhost:${options.port ?? 4600}`
  let secret = ''
  const page: GatewayPage = {
    gateway,
    async ask(method, path, body, headers = {}, signal) {
      const response = await gateway.fetch(
        new Request(origin + path, {
          method,
          headers: {
            host: new URL(origin).host,
            origin,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/json',
            'x-cyanotype-session': secret,
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(signal ? { signal } : {}),
        }),
      )
      const text = await response.text()
      return { status: response.status, text, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null }
    },
    grant: (app, capabilities) => page.ask('POST', '/api/grants', { ...app, capabilities }),
    async token(app, tool) {
      const { body } = await page.ask('POST', '/api/grants', { ...app, tools: [tool] })
      return (body.tokens?.[tool]?.token ?? body.code) as string
    },
  }
  secret = (await page.ask('POST', '/api/session', {})).body.session
  return page
}

/** Who may import whom (docs/architecture.md), as data; `.dependency-cruiser.mjs` makes rules of it. */
export const folders = ['schema', 'engine', 'components', 'tools', 'gateway', 'shell', 'blueprints', 'stories', 'cli', 'tests']

/** What of the engine its neighbours see: the contracts. */
export const engineContracts = '^engine/(ports|contracts|formula/contract|react/catalog-contract)\\.ts$'

/** @type {Readonly<Record<string, readonly string[]>>} */
export const mayImport = {
  schema: [],
  engine: ['schema'],
  components: ['schema', 'engine contracts'],
  tools: ['schema', 'engine contracts'],
  blueprints: ['schema'],
  gateway: ['schema', 'blueprints'],
  shell: ['schema', 'engine', 'components', 'tools', 'blueprints'],
  stories: ['schema', 'engine', 'components', 'tools', 'blueprints', 'tests'],
}

/** Packages that only some places may know. */
export const packages = [
  { name: 'react-only-in-engine-react', from: '^engine/(?!react/)', to: '^node_modules/(react|react-dom)/' },
  {
    name: 'no-react-in-the-gateway',
    from: '^(gateway|schema|tools|blueprints)/(?!.*\\.stories\\.)',
    to: '^node_modules/(react|react-dom|react-aria-components)/',
  },
  { name: 'models-only-in-the-gateway', from: '^(?!gateway/|tests/)', to: '^node_modules/(@anthropic-ai/sdk|openai|ollama|undici|hono)/' },
]

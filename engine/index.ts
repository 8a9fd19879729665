export { type AppOptions, createApp } from './app/create-app.ts'
export type { App, AppInfo, AppPhase, Commit, Phase, StatePatch, Toast } from './contracts.ts'
export * from './ports.ts'
export { type BlueprintStream, createBlueprintStream, type StreamListener, type StreamOptions } from './stream/blueprint-stream.ts'

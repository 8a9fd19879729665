export { type BrokerOptions, createBroker, describeCapability, scopedCapability } from './broker.ts'
export type { HttpRequest, KeyValueStore, OpenedFile, ToolWorld } from './ports.ts'
export { toolImplementations } from './register.ts'

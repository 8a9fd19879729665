export { createPureTools } from '../../shell/self-test/pure-tools.ts'

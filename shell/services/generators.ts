/** Where apps come from: a model behind the gateway, or the library in the page. */
export { generateThroughGateway } from './generate.ts'
export { generateFromLibrary } from './page-library.ts'

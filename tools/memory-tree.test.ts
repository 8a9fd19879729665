import { describeFileTree } from '../tests/file-tree-suite.ts'
import { createMemoryTree } from './memory-tree.ts'

describeFileTree('a folder in memory', async () => ({ tree: createMemoryTree() }))

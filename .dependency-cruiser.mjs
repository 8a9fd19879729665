import { engineContracts, folders, mayImport, packages } from './tests/architecture/layers.mjs'

const layerRules = Object.entries(mayImport).map(([folder, allowed]) => {
  const others = folders.filter(other => other !== folder && !allowed.includes(other) && !(other === 'engine' && allowed.includes('engine contracts')))
  return {
    name: `layers-${folder}`,
    severity: 'error',
    comment: `${folder}/ may import ${allowed.join(', ') || 'nothing of ours'}.`,
    from: { path: `^${folder}/`, pathNot: '\\.test\\.tsx?$' },
    to: { path: `^(${others.join('|')})/` },
  }
})

const contractRules = Object.entries(mayImport)
  .filter(([, allowed]) => allowed.includes('engine contracts'))
  .map(([folder]) => ({
    name: `contracts-${folder}`,
    severity: 'error',
    comment: `${folder}/ sees the engine's contracts only.`,
    from: { path: `^${folder}/`, pathNot: '\\.test\\.tsx?$' },
    to: { path: '^engine/', pathNot: engineContracts },
  }))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // Types are gone when the code runs, and what is loaded later finds the rest loaded: neither closes a circle.
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(virtual:|@bench/)' } },
    ...layerRules,
    ...contractRules,
    ...packages.map(({ name, from, to }) => ({
      name,
      severity: 'error',
      from: { path: from, pathNot: '\\.test\\.tsx?$' },
      to: { path: to },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}

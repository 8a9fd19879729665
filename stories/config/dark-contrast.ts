import axe from 'axe-core'

/**
 * What axe finds to be too pale in the other mode than the one that the story was drawn in. All else that axe looks at
 * is the same in both, so that one drawing of a story serves for two.
 */
export async function findPaleInOtherMode(ground: Document): Promise<readonly string[]> {
  const apps = [...ground.querySelectorAll<HTMLElement>('.cy-app[data-mode]')]
  const modes = apps.map(app => app.dataset.mode)
  ground.documentElement.dataset.still = ''
  try {
    for (const animation of ground.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
    for (const [at, app] of apps.entries()) app.dataset.mode = modes[at] === 'dark' ? 'light' : 'dark'
    const { violations } = await axe.run({ include: ground.body }, { runOnly: ['color-contrast'], resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ nodes }) => nodes.map(node => `${node.failureSummary ?? ''} · ${node.html}`))
  } finally {
    for (const [at, app] of apps.entries()) app.dataset.mode = modes[at]
    delete ground.documentElement.dataset.still
  }
}

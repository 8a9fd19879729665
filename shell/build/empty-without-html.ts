import type { Plugin } from 'vite'

const emptied = /([\w$][\w$.]*)\.innerHTML\s*=\s*(?:''|"")/g

/**
 * React Aria empties its live region with `innerHTML = ''`, which the policy's Trusted Types refuse, so that a
 * date field faults once it has announced something. The same is said without HTML.
 */
export function emptyWithoutHtml(): Plugin {
  return {
    name: 'empty-without-html',
    transform(code, id) {
      if (!/node_modules\/react-(?:aria|stately)/.test(id) || !code.includes('.innerHTML')) return
      return { code: code.replace(emptied, '$1.replaceChildren()'), map: null }
    },
  }
}

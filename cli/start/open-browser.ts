import { spawn } from 'node:child_process'

type Environment = { readonly [name: string]: string | undefined }

/** Is there a screen, and a person before it? */
export function canOpenBrowser(env: Environment, platform: NodeJS.Platform): boolean {
  if (env.CI) return false
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Hands the address to the system; `say` is told where that fails. Nothing waits for the browser. */
export function openBrowser(url: string, platform: NodeJS.Platform, say: (message: string) => void): void {
  const [command, ...args] = platform === 'darwin' ? ['open', url] : platform === 'win32' ? ['explorer.exe', url] : ['xdg-open', url]
  const child = spawn(command!, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => say(`The browser could not be opened. Open ${url} yourself.`))
  child.unref()
}

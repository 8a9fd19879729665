/** Runs one command of the toolchain with this Node, its output passed on. */
import { spawn } from 'node:child_process'

/** Resolves to whether it ended well. */
export function runNode(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
    child.on('error', reject)
    child.on('exit', code => resolve(code === 0))
  })
}

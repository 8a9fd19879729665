/** Files of the workspace: in the folder that the call names and that the person chose for it, and nowhere else. */
import { ToolFailure } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { type FileEntry, FileFailure, type FileTree } from '../schema/workspace/file-tree.ts'
import { dataNameFault } from '../schema/workspace/path.ts'
import { formatCsv } from './csv.ts'
import { contentOf } from './file-content.ts'
import type { ToolWorld } from './ports.ts'
import { listOf, numberOf, type Tool, textOf } from './tool.ts'

/** A tool in the tree behind its `folder`; what a place for files says is said on. It begins nothing once the signal is aborted (S26). */
function inFolder(run: (tree: FileTree, args: JsonObject, world: ToolWorld, signal: AbortSignal) => Promise<Json>): Tool {
  return async (args, world, { signal }) => {
    try {
      const tree = await world.workspace.open(textOf(args.folder))
      signal.throwIfAborted()
      return await run(tree, args, world, signal)
    } catch (cause) {
      if (cause instanceof FileFailure) throw new ToolFailure(cause.code, cause.message, { cause })
      throw cause
    }
  }
}

const toJson = ({ name, path, kind, size, modified }: FileEntry): Json => ({ name, path, kind, size, modified })

export const fsList = inFolder(async (tree, args) => (await tree.list(textOf(args.path), args.deep === true)).map(toJson))

export const fsStat = inFolder(async (tree, args) => {
  const found = await tree.stat(textOf(args.path))
  return { exists: found !== null, kind: found?.kind ?? null, size: found?.size ?? null, modified: found?.modified ?? null }
})

export const fsRead = inFolder(async (tree, args, { workspace }, signal) => {
  const path = textOf(args.path)
  const read = textOf(args.read) || 'text'
  const bytes = await tree.read(path, read === 'file' ? LIMITS.attachmentBytes : LIMITS.stateBytes)
  signal.throwIfAborted()
  const name = path.slice(path.lastIndexOf('/') + 1)
  return contentOf({ name, text: async () => decode(bytes, name), attach: () => workspace.attach(name, bytes) }, read)
})

export const fsSearch = inFolder(async (tree, args) =>
  (await tree.search(textOf(args.path), { text: textOf(args.text), most: numberOf(args.most, 100) })).map(({ path, name, line, text }) => ({
    path,
    name,
    line,
    text,
  })),
)

export const fsWatch = inFolder(async (_tree, args, { workspace }, signal) => ({ at: await workspace.change(textOf(args.folder), textOf(args.path), signal) }))

export const fsWrite = inFolder(async (tree, args, world, signal) => {
  const path = written(textOf(args.path))
  const bytes = await bytesOf(args.content ?? null, path, world)
  signal.throwIfAborted()
  await tree.write(path, bytes)
  return null
})

export const fsAppend = inFolder(async (tree, args) => {
  await tree.append(written(textOf(args.path)), encode(textOf(args.text)))
  return null
})

export const fsMkdir = inFolder(async (tree, args) => {
  await tree.makeFolder(textOf(args.path))
  return null
})

export const fsMove = inFolder(async (tree, args, _world, signal) => {
  const to = await destination(tree, args)
  signal.throwIfAborted()
  await tree.move(textOf(args.path), to, args.over === true)
  return null
})

export const fsCopy = inFolder(async (tree, args, _world, signal) => {
  const to = await destination(tree, args)
  signal.throwIfAborted()
  await tree.copy(textOf(args.path), to, args.over === true)
  return null
})

export const fsRemove = inFolder(async (tree, args) => {
  await tree.remove(textOf(args.path))
  return null
})

/** A path that an app may write under (S61). */
function written(path: string, from?: string): string {
  const fault = dataNameFault(path, from)
  if (fault !== null) throw new ToolFailure('file-type', fault)
  return path
}

async function destination(tree: FileTree, args: JsonObject): Promise<string> {
  const to = textOf(args.to)
  const path = textOf(args.path)
  return (await tree.stat(path))?.kind === 'file' ? written(to, path) : to
}

/** A file record of the state is written as the bytes that it stands for (B11). */
async function bytesOf(content: Json, path: string, { workspace }: ToolWorld): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof content === 'string') return encode(content)
  const ref = content !== null && typeof content === 'object' && !Array.isArray(content) ? (content as JsonObject).ref : undefined
  if (typeof ref === 'string' && ref.startsWith('file:')) {
    const bytes = await workspace.attachment(ref)
    if (bytes === null) throw new ToolFailure('not-found', 'The file that this stands for is not kept here any more.')
    return bytes
  }
  if (/\.csv$/i.test(path) && Array.isArray(content)) return encode(formatCsv(listOf(content), null))
  return encode(JSON.stringify(content, null, 2))
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function decode(bytes: Uint8Array<ArrayBuffer>, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ToolFailure('not-text', `“${name}” is no text. Read it with "read": "file".`, { cause })
  }
}

/** Hands the person a file, as a download. */
export function saveTextFile(name: string, type: string, text: string): void {
  saveFile(name, new Blob([text], { type }))
}

export function saveFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  // Characters that no file system takes, and what would hide the file or lead elsewhere.
  link.download =
    name
      .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
      .replace(/^[. ]+/, '')
      .trim() || 'file'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

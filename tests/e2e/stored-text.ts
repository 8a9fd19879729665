import type { Page } from 'playwright'

/** Everything that the page keeps in the browser, as one text: local and session storage, and each record of each database. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store)
        found.push(JSON.stringify(await done(records.getAllKeys())), JSON.stringify(await done(records.getAll())))
      }
      database.close()
    }
    return found.join('\n')
  })
}

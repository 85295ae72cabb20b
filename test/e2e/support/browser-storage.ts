import type { Page } from 'puppeteer-core';

/** How many records the extension keeps in IndexedDB, in all databases and stores; asked from one of its pages. */
export async function storedInIndexedDb(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let records = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        records += await settled(database.transaction(store).objectStore(store).count());
      }
      database.close();
    }
    return records;
  });
}

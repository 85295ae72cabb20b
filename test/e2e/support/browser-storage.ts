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

declare const chrome: {
  storage: Record<'local' | 'session', { get(): Promise<unknown>; set(items: object): Promise<void> }>;
};

/** Everything in storage.session, as JSON. */
export async function sessionStorageJson(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}

/** Puts a text into storage.local. */
export async function plantInLocalStorage(page: Page, text: string): Promise<void> {
  await page.evaluate((planted) => chrome.storage.local.set({ planted }), text);
}

/** Puts a text into a database of its own; one with a letter beyond Latin-1 is stored as UTF-16. */
export async function plantInIndexedDb(page: Page, text: string): Promise<void> {
  await page.evaluate(async (planted) => {
    const opening = indexedDB.open('planted', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('planted', { autoIncrement: true });
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const writing = opening.result.transaction('planted', 'readwrite');
    writing.objectStore('planted').add(planted);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opening.result.close();
  }, text);
}

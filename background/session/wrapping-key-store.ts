/** Where the wrapping key lies between two lives of the worker. */
export interface WrappingKeyStore {
  load(): Promise<CryptoKey | undefined>;
  save(key: CryptoKey): Promise<void>;
  clear(): Promise<void>;
}

const DATABASE = 'session';
const STORE = 'keys';
const KEY = 'wrapping-key';

/** The wrapping key in IndexedDB, the one storage that takes a CryptoKey in both browsers (measured). */
export const indexedDbKeyStore: WrappingKeyStore = {
  load: async () => {
    const key: unknown = await inStore('readonly', (store) => store.get(KEY));
    return key instanceof CryptoKey ? key : undefined;
  },
  save: async (key) => {
    await inStore('readwrite', (store) => store.put(key, KEY));
  },
  clear: async () => {
    await inStore('readwrite', (store) => store.clear());
  },
};

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

import { DATABASE_NAMES, type Home, type Homes } from './home';

interface NamedHome extends Home {
  number: number;
}

const NAMED = new RegExp(`^(?:${DATABASE_NAMES.join('|')})(?:-(\\d+))?$`);

/** Databases with their home's number behind their names, but for the first: Firefox keeps each in files of its own, and deletes them with it. */
export const namedHomes: Homes = {
  async find() {
    const whole = (await listDatabases()).filter(({ name, number }) => name === makeNamedHome(number).nameOf('docent'));
    return makeNamedHome(Math.max(0, ...whole.map(({ number }) => number)));
  },

  async next() {
    return makeNamedHome(1 + Math.max(0, ...(await listDatabases()).map(({ number }) => number)));
  },

  async keepOnly(home) {
    const { number: kept } = home as NamedHome;
    for (const { name, number } of await listDatabases()) if (number !== kept) await deleteDatabase(name);
  },
};

/** The home where everything was before there were others. */
export const firstHome: Home = makeNamedHome(0);

export async function isWhole({ factory, nameOf }: Home): Promise<boolean> {
  // It lists what has been made, not what is in the making.
  return (await factory.databases()).some(({ name }) => name === nameOf('docent'));
}

/** Deletes the databases of the first home, if there are any. */
export async function removeFirstHome(): Promise<void> {
  for (const { name, number } of await listDatabases()) if (number === 0) await deleteDatabase(name);
}

function makeNamedHome(number: number): NamedHome {
  return {
    number,
    get factory() {
      return indexedDB;
    },
    nameOf: (database) => (number === 0 ? database : `${database}-${number}`),
  };
}

async function listDatabases(): Promise<{ name: string; number: number }[]> {
  return (await indexedDB.databases()).flatMap(({ name = '' }) => {
    const match = NAMED.exec(name);
    return match ? [{ name, number: Number(match[1] ?? 0) }] : [];
  });
}

/** Waits until all connections to it are closed; Docent's own close when they are asked to. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
  });
}

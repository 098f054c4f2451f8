import { Gate } from './gate';
import type { Home } from './home';
import { chooseHomes } from './homes';

const gate = new Gate();
let present: { finding: Promise<Home>; home?: Home } | undefined;

/** Runs `work` in the home where Docent's databases are now; no move comes in between. No work may ask for another. */
export function useHome<T>(work: (home: Home) => Promise<T>): Promise<T> {
  return gate.share(async () => work(await findHome()));
}

/** A database of it was closed by the browser or cannot be opened: the home may be gone. */
export function forgetHome(home: Home): void {
  if (present?.home === home) present = undefined;
}

/**
 * Removes the present home from the disk once `move` has made another, which must come about at one go. A background that ends
 * anywhere in between finds the one or the other when it starts again.
 */
export function moveHome(move: (from: Home, to: Home) => Promise<void>): Promise<void> {
  return gate.alone(async () => {
    const homes = chooseHomes();
    const from = await findHome();
    const to = await homes.next();
    try {
      await move(from, to);
    } catch (thrown) {
      // If it cannot be removed now, it is later.
      await homes.keepOnly(from).catch(() => undefined);
      throw thrown;
    }
    present = { finding: Promise.resolve(to), home: to };
    await homes.keepOnly(to);
  });
}

/** Removes what a background left that ended in the middle of a move. */
export function removeFormerHomes(): Promise<void> {
  return useHome((home) => chooseHomes().keepOnly(home));
}

async function findHome(): Promise<Home> {
  const found = (present ??= { finding: chooseHomes().find() });
  try {
    return (found.home = await found.finding);
  } catch (thrown) {
    if (present === found) present = undefined;
    throw thrown;
  }
}

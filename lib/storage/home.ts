/**
 * Where Docent's databases lie together. A browser deletes rows by marking them: their words stay in its files until it tidies
 * them up, which may be never. Only what is removed from the disk as a whole is gone. So there is a new home for what is kept, and
 * the old one is removed.
 */
export interface Home {
  readonly factory: IDBFactory;
  nameOf(database: DatabaseName): string;
}

/** The first is the one that counts: a home that has it is whole, since it is made at one go. The others can be lost at any time. */
export const DATABASE_NAMES = ['docent', 'docent-vectors', 'docent-audio'] as const;
export type DatabaseName = (typeof DATABASE_NAMES)[number];

/** The homes of one kind. All methods reject when the browser fails. */
export interface Homes {
  /** The newest that is whole; before there is any, the one where it is to be made. */
  find(): Promise<Home>;
  /** One with nothing in it, newer than all there are. */
  next(): Promise<Home>;
  /** Removes all others from the disk, whole or not. */
  keepOnly(home: Home): Promise<void>;
}

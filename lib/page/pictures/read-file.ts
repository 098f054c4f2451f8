/** Reads a file by its address, as the page itself may. Throws a `RangeError` for more than `maxBytes`, and another error when it may not. Passed in: this folder knows no network. */
export type ReadFile = (address: string, maxBytes: number) => Promise<Blob>;

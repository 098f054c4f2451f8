/** What the bench calls inside Docent's own pages. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  sidePanel: { setOptions(options: { path: string; enabled: boolean }): Promise<void> };
  tabs: { query(filter: { url: string }): Promise<{ id?: number }[]> };
};

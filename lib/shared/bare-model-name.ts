/** An id without the vendor before it and the date after it: `gpt-4.1-mini` of `openai/gpt-4.1-mini-2025-04-14`. */
export function bareModelName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/-\d{4}-\d{2}-\d{2}$/, '') || id;
}

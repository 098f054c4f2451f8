/** Where an unsent message waits; of this browser only, and gone when it is sent. */
const KEY = 'draft';

/** The unsent message; empty when there is none or storage is blocked. */
export function loadDraft(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Full or blocked storage: the draft lives as long as the panel.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

export interface ComboboxOption {
  value: string;
  /** What is shown for it; by default the value itself. */
  label?: string;
  /** Heading under which it stands, together with its neighbours of the same group. */
  group?: string | undefined;
  /** Second line, in the words and the direction of the interface. */
  detail: string;
  /** It is what was chosen before; undefined where that is not told. */
  chosen?: boolean;
  /** Further words by which the option is found. */
  search: string;
}

/** The options that hold every word of `query`; those whose value begins with it come first. */
export function matchOptions(options: readonly ComboboxOption[], query: string): readonly ComboboxOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const begins = (option: ComboboxOption) => (option.value.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return options
    .filter((option) => {
      const text = `${option.value} ${option.search}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => begins(a) - begins(b));
}

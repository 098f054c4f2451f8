interface Option<V extends string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
}

/** A native select with its label: the choice that every platform already made usable. */
export function Select<V extends string>({ label, bare = false, value, options, onChange }: SelectProps<V>) {
  const choose = (element: HTMLSelectElement) => {
    const chosen = options[element.selectedIndex];
    if (chosen) onChange(chosen.value);
  };
  const select = (
    <select
      class={bare ? 'select compact' : 'select'}
      aria-label={label}
      title={bare ? label : undefined}
      value={value}
      onChange={(event) => choose(event.currentTarget)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (bare) return select;
  return (
    <label class="field">
      <span class="label">{label}</span>
      {select}
    </label>
  );
}

import { useId } from 'preact/hooks';

interface ChoiceProps<V extends string> {
  /** The group: of all choices with one name, one is chosen. */
  name: string;
  value: V;
  chosen: string | undefined;
  title: string;
  hint: string;
  onChoose: (value: V) => void;
}

/** One of several ways to go, with a sentence about it: a radio button as a card. */
export function Choice<V extends string>({ name, value, chosen, title, hint, onChoose }: ChoiceProps<V>) {
  const id = useId();
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen === value}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        onChange={() => onChoose(value)}
      />
      <span>
        <strong id={id}>{title}</strong>
        <span id={`${id}-hint`} class="hint">
          {hint}
        </span>
      </span>
    </label>
  );
}

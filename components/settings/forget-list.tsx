import { X } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { IconButton } from '../ui/icon-button';

interface ForgetListProps {
  title: string;
  hint: string;
  /** Said when there are no entries. */
  nothing: string;
  entries: readonly string[];
  /** Name of the button that takes an entry away. */
  nameForget: (entry: string) => string;
  onForget: (entry: string) => void;
}

/** What the reader has agreed to, one line each, and the way back. */
export function ForgetList({ title, hint, nothing, entries, nameForget, onForget }: ForgetListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1} class="label">
        {title}
      </h3>
      <p class="hint">{hint}</p>
      {entries.length === 0 && <p>{nothing}</p>}
      <ul class="hosts">
        {entries.map((entry) => (
          <li key={entry}>
            <span class="grow">{entry}</span>
            <IconButton
              icon={X}
              label={nameForget(entry)}
              onClick={() => {
                // The button goes away with its entry.
                heading.current?.focus();
                onForget(entry);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

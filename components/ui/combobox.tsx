import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { matchOptions, type ComboboxOption } from './match-options';

interface ComboboxProps {
  label: string;
  value: string;
  options: readonly ComboboxOption[];
  placeholder: string;
  /** Called with an option's value or with what was typed, when the reader settles on it. */
  onChange: (value: string) => void;
  /** Shown when no option matches. */
  nothing: string;
  sayCount: (count: number) => string;
  sayMore: (count: number) => string;
}

/** Options shown at once; searching reaches the others. */
const SHOWN = 60;

/**
 * A text field with a list that filters as one types. Follows the ARIA pattern "editable combobox with list
 * autocomplete": the focus stays in the field, arrows move, Enter takes, Escape closes, then clears nothing.
 */
export function Combobox(props: ComboboxProps) {
  const { value, options, onChange } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const matches = useMemo(() => matchOptions(options, typed ?? ''), [options, typed]);
  const shown = matches.slice(0, SHOWN);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const show = () => {
    setOpen(true);
    setActive(-1);
  };
  const settle = (text: string) => {
    setOpen(false);
    setTyped(undefined);
    setActive(-1);
    if (text !== value) onChange(text);
  };
  const move = (step: number) => {
    if (!open) return show();
    const count = shown.length;
    if (count > 0) setActive((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        break;
      case 'ArrowUp':
        move(-1);
        break;
      case 'Enter':
        if (!open) return;
        settle(shown[active]?.value ?? typed?.trim() ?? value);
        break;
      case 'Escape':
        if (!open) return;
        setOpen(false);
        setTyped(undefined);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div class="combobox field">
      <label for={id}>{props.label}</label>
      <input
        ref={input}
        id={id}
        class="input"
        role="combobox"
        type="text"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={props.placeholder}
        value={typed ?? value}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          show();
        }}
        onClick={show}
        onKeyDown={onKeyDown}
        onBlur={() => settle(typed?.trim() ?? value)}
      />
      <ul ref={list} id={`${id}-list`} class="combobox-list" role="listbox" aria-label={props.label} hidden={!open || shown.length === 0}>
        {open &&
          shown.map((option, index) => (
            // The keyboard works through the field (aria-activedescendant); the pointer must not take its focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => settle(option.value)}
            >
              <div dir="auto">{option.value}</div>
              {option.detail && (
                <div class="small" dir="auto">
                  {option.detail}
                </div>
              )}
            </li>
          ))}
      </ul>
      <p class="hint" role="status">
        {open && sayMatches(props, matches.length)}
      </p>
    </div>
  );
}

function sayMatches({ nothing, sayCount, sayMore }: ComboboxProps, count: number): string {
  if (count === 0) return nothing;
  return count > SHOWN ? `${sayCount(count)} (${sayMore(count - SHOWN)})` : sayCount(count);
}

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { matchOptions, type ComboboxOption } from './match-options';

interface ComboboxProps {
  label: string;
  value: string;
  /** What the field shows for the value; by default the value itself. */
  shown?: string;
  options: readonly ComboboxOption[];
  placeholder: string;
  /**
   * For lists too long to be handed over: `find` is called with what is typed, and `options` are the first of `total` that
   * were found. Only an option can be taken, no other text.
   */
  search?: { find: (text: string) => void; total: number };
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
  const { value, options, onChange, search } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const isSearched = search !== undefined;
  const matches = useMemo(() => (isSearched ? options : matchOptions(options, typed ?? '')), [isSearched, options, typed]);
  const shown = matches.slice(0, SHOWN);
  const groups = useMemo(() => groupOptions(shown), [matches]);
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const show = (text = typed ?? '') => {
    if (!open || text !== typed) search?.find(text);
    setOpen(true);
    setActive(-1);
  };
  const settle = (text: string) => {
    setOpen(false);
    setTyped(undefined);
    setActive(-1);
    if (text !== value) onChange(text);
  };
  /** What was typed, where any text is a value. */
  const typedValue = () => (isSearched ? value : (typed?.trim() ?? value));
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
        settle(shown[active]?.value ?? typedValue());
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
        value={typed ?? props.shown ?? value}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          show(event.currentTarget.value);
        }}
        onClick={(event) => {
          // What is typed next is a search, not the end of a name.
          if (isSearched && typed === undefined) event.currentTarget.select();
          show();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => settle(typedValue())}
      />
      <ul ref={list} id={`${id}-list`} class="combobox-list" role="listbox" aria-label={props.label} hidden={!open || shown.length === 0}>
        {open &&
          groups.map(({ name, first, options: members }) => {
            const entries = members.map((option, index) => (
              <Option
                key={option.value}
                id={`${id}-${first + index}`}
                option={option}
                active={first + index === active}
                onTake={() => settle(option.value)}
              />
            ));
            if (name === undefined) return entries;
            return (
              <li key={`${name} ${first}`} role="group" aria-label={name}>
                <div class="combobox-group" aria-hidden="true">
                  {name}
                </div>
                <ul role="presentation">{entries}</ul>
              </li>
            );
          })}
      </ul>
      <p class="hint" role="status">
        {open && sayMatches(props, search?.total ?? matches.length, shown.length)}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  option: ComboboxOption;
  active: boolean;
  onTake: () => void;
}

function Option({ id, option, active, onTake }: OptionProps) {
  return (
    // The keyboard works through the field (aria-activedescendant); the pointer must not take its focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={onTake}>
      <div dir="auto">{option.label ?? option.value}</div>
      {option.detail && (
        <div class="small" dir="auto">
          {option.detail}
        </div>
      )}
    </li>
  );
}

interface OptionGroup {
  name: string | undefined;
  /** Place of its first option among all. */
  first: number;
  options: ComboboxOption[];
}

/** Neighbours of one group together, in their order. */
function groupOptions(options: readonly ComboboxOption[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const [index, option] of options.entries()) {
    const last = groups.at(-1);
    if (last && last.name === option.group) last.options.push(option);
    else groups.push({ name: option.group, first: index, options: [option] });
  }
  return groups;
}

function sayMatches({ nothing, sayCount, sayMore }: ComboboxProps, count: number, shown: number): string {
  if (count === 0) return nothing;
  return count > shown ? `${sayCount(count)} (${sayMore(count - shown)})` : sayCount(count);
}

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { matchOptions, type ComboboxOption } from './match-options';

interface ComboboxProps {
  label: string;
  value: string;
  /** What the field shows for the value; by default the value itself. */
  shown?: string;
  options: readonly ComboboxOption[];
  placeholder: string;
  /** The list is always open, under a field that only searches: for a dialog of its own. */
  inline?: boolean;
  /**
   * For lists too long to be handed over: `find` is called with what is typed, and `options` are the first of `total` that
   * were found; `more` is called when the reader comes near their end. `total` is undefined until they have come, and
   * `searching` is what is said until then. Only an option can be taken, no other text.
   */
  search?: { find: (text: string) => void; more: () => void; total: number | undefined; searching: string };
  /** Called with an option's value or with what was typed, when the reader settles on it. */
  onChange: (value: string) => void;
  /** Shown when no option matches. */
  nothing: string;
  sayCount: (count: number) => string;
  /** How many more there are than can be shown. */
  sayMore?: (count: number) => string;
}

/** Options shown at once of a list that is at hand; typing reaches the others. */
const SHOWN = 60;
/** Options before the end at which more are asked for, and steps of Page Up and Page Down. */
const PAGE = 10;
/** Pixels before the end at which more are asked for. */
const NEAR = 300;

/**
 * A text field with a list that filters as one types. Follows the ARIA pattern "editable combobox with list
 * autocomplete": the focus stays in the field, arrows and Page Up and Page Down move, Enter takes, Escape closes, then
 * clears nothing.
 */
export function Combobox(props: ComboboxProps) {
  const { value, options, onChange, search, inline = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(inline);
  const [active, setActive] = useState(-1);

  const isSearched = search !== undefined;
  const matches = useMemo(() => (isSearched ? options : matchOptions(options, typed ?? '')), [isSearched, options, typed]);
  const shown = isSearched ? matches : matches.slice(0, SHOWN);
  const total = search?.total ?? matches.length;
  const groups = useMemo(() => groupOptions(shown), [matches]);
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  // Where the list comes after the dialog around it has been opened, which would have given it the focus.
  useEffect(() => {
    if (inline) input.current?.focus();
  }, [inline]);

  const show = (text = typed ?? '') => {
    if (!open || text !== typed) search?.find(text);
    setOpen(true);
    setActive(-1);
  };
  const close = () => {
    setOpen(inline);
    if (!inline) setTyped(undefined);
    setActive(-1);
  };
  const settle = (text: string) => {
    close();
    if (inline || text !== value) onChange(text);
  };
  const settleOn = (option: ComboboxOption | undefined) => {
    if (option) settle(option.value);
  };
  /** What was typed, where any text is a value. */
  const typedValue = () => (isSearched ? value : (typed?.trim() ?? value));
  const move = (step: number) => {
    if (!open) return show();
    const next = step === -1 && active <= 0 ? shown.length - 1 : active + step;
    const atEnd = active === shown.length - 1;
    if (search && next >= shown.length - PAGE) search.more();
    // A single step leads round the list, once all of it is here; a page stops at its ends.
    if (step === 1 && atEnd) setActive(shown.length < total ? active : 0);
    else setActive(Math.max(0, Math.min(next, shown.length - 1)));
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
      case 'PageDown':
        move(PAGE);
        break;
      case 'PageUp':
        move(-PAGE);
        break;
      case 'Enter':
        if (!open) return;
        // What is searched for by name need not be gone to first.
        if (inline) settleOn(shown[active] ?? (typed?.trim() ? shown[0] : undefined));
        else settle(shown[active]?.value ?? typedValue());
        break;
      case 'Escape':
        if (!open || inline) return;
        close();
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
        autofocus={inline}
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
        onBlur={inline ? undefined : () => settle(typedValue())}
      />
      <div
        ref={list}
        id={`${id}-list`}
        class={inline ? 'combobox-list inline' : 'combobox-list'}
        role="listbox"
        aria-label={props.label}
        hidden={!open || shown.length === 0}
        onScroll={search && (({ currentTarget: box }) => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR && search.more())}
      >
        {open &&
          groups.map(({ name, first, options: members }) => {
            const entries = members.map((option, index) => (
              <Option
                key={option.value}
                id={`${id}-${first + index}`}
                option={option}
                active={first + index === active}
                place={first + index + 1}
                total={total}
                onTake={() => settle(option.value)}
              />
            ));
            if (name === undefined) return entries;
            return (
              <div key={`${name} ${first}`} role="group" aria-label={name}>
                <div class="combobox-group" aria-hidden="true">
                  {name}
                </div>
                {entries}
              </div>
            );
          })}
      </div>
      <p class="hint" role="status">
        {open && sayMatches(props, matches.length, shown.length)}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  option: ComboboxOption;
  active: boolean;
  /** Its number among `total`, of which not all need be in the document. */
  place: number;
  total: number;
  onTake: () => void;
}

function Option({ id, option, active, place, total, onTake }: OptionProps) {
  return (
    // The keyboard works through the field (aria-activedescendant); the pointer must not take its focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-checked={option.chosen}
      aria-posinset={place}
      aria-setsize={total}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <div dir="auto">{option.label ?? option.value}</div>
      {option.detail && <div class="small">{option.detail}</div>}
    </div>
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

function sayMatches({ nothing, sayCount, sayMore, search }: ComboboxProps, found: number, shown: number): string {
  if (search && search.total === undefined) return search.searching;
  const count = search?.total ?? found;
  if (count === 0) return nothing;
  return sayMore && count > shown ? `${sayCount(count)} (${sayMore(count - shown)})` : sayCount(count);
}

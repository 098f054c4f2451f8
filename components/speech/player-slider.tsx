import type { LucideIcon } from 'lucide-preact';
import { useState } from 'preact/hooks';

interface PlayerSliderProps {
  label: string;
  /** Shown in the place of the label. */
  icon?: LucideIcon;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, for the ear. */
  say: (value: number) => string;
  /** The value for the eye, after the slider; `say` by default. */
  show?: (value: number) => string;
  /** Called for every step while the slider moves. */
  onMove?: (value: number) => void;
  /** Called where it comes to rest. */
  onSettle?: (value: number) => void;
}

/** A native slider with its value in words. While it is being moved, it stays where the reader has it. */
export function PlayerSlider({ label, icon: Icon, value, min, max, step, say, show, onMove, onSettle }: PlayerSliderProps) {
  const [held, setHeld] = useState<number>();
  const present = held ?? value;
  return (
    <label class="player-slider" title={label}>
      {Icon ? <Icon class="icon" /> : <span class="small">{label}</span>}
      <input
        type="range"
        aria-label={label}
        aria-valuetext={say(present)}
        min={min}
        max={max}
        step={step}
        value={present}
        onInput={(event) => {
          const moved = event.currentTarget.valueAsNumber;
          setHeld(moved);
          onMove?.(moved);
        }}
        onChange={(event) => {
          setHeld(undefined);
          onSettle?.(event.currentTarget.valueAsNumber);
        }}
      />
      <span class="small player-value" aria-hidden="true">
        {(show ?? say)(present)}
      </span>
    </label>
  );
}

import type { LucideIcon } from 'lucide-preact';
import type { ComponentProps } from 'preact';

type IconButtonProps = Omit<ComponentProps<'button'>, 'icon' | 'label'> & {
  icon: LucideIcon;
  /** Accessible name, also the tooltip. */
  label: string;
  /** The picture points along the line of reading and turns around in right-to-left languages. */
  directed?: boolean;
};

/** A square button that shows only a picture. */
export function IconButton({ icon: Icon, label, directed, class: extra, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} class={`icon-button ${extra ?? ''}`} aria-label={label} title={label}>
      <Icon class={directed ? 'icon icon-directed' : 'icon'} />
    </button>
  );
}

import { FileText, Image, Sparkles, type LucideIcon } from 'lucide-preact';
import { t, type MessageKey } from '~/lib/i18n/message';
import { TASK_META } from '~/lib/tasks/meta';
import type { TaskId, TaskMeta } from '~/lib/tasks/task';

/** A task without a picture of its own gets a general one, so that a new task needs no change here. */
const ICONS: Partial<Record<TaskId, LucideIcon>> = { summarize: FileText, 'describe-image': Image };

interface JobButtonsProps {
  /** `job`: large buttons. `chip`: small ones in a line. */
  look: 'job' | 'chip';
  /** `button`: for the focus to come back to. */
  onPress: (task: TaskMeta, button: HTMLElement) => void;
}

/** One button for each task that has one, in the registry's order. */
export function JobButtons({ look, onPress }: JobButtonsProps) {
  return TASK_META.filter((task) => task.order !== undefined && (task.makeRequest ?? task.opens)).map((task) => {
    const Icon = ICONS[task.id] ?? Sparkles;
    return (
      <button key={task.id} type="button" class={look} onClick={(event) => onPress(task, event.currentTarget)}>
        <Icon class="icon" />
        {t(task.titleKey as MessageKey)}
      </button>
    );
  });
}

import { FileText, Image, ShieldCheck, Sparkles, type LucideIcon } from 'lucide-preact';
import { t, type MessageKey } from '~/lib/i18n/message';
import { TASK_META } from '~/lib/tasks/meta';
import type { TaskId, TaskMeta } from '~/lib/tasks/task';
import { ReadAloudButton, type ReadAloudButtonProps } from '../speech/read-aloud-button';

/** A task without a picture of its own gets a general one, so that a new task needs no change here. */
const ICONS: Partial<Record<TaskId, LucideIcon>> = { summarize: FileText, 'describe-image': Image, 'check-safety': ShieldCheck };

interface JobButtonsProps {
  /** `job`: large buttons. `chip`: small ones in a line. */
  look: 'job' | 'chip';
  /** `button`: for the focus to come back to. */
  onPress: (task: TaskMeta, button: HTMLElement) => void;
  readAloud: Omit<ReadAloudButtonProps, 'look'>;
}

/** Reading aloud is no task: nothing is answered. Its place among the jobs. */
const READ_ALOUD = 3;

/** One button for each task that has one, in the registry's order, and that of reading aloud. */
export function JobButtons({ look, onPress, readAloud }: JobButtonsProps) {
  const tasks = TASK_META.filter((task) => task.order !== undefined && (task.makeRequest ?? task.opens));
  const buttonOf = (task: TaskMeta) => {
    const Icon = ICONS[task.id] ?? Sparkles;
    return (
      <button key={task.id} type="button" class={look} onClick={(event) => onPress(task, event.currentTarget)}>
        <Icon class="icon" />
        {t(task.titleKey as MessageKey)}
      </button>
    );
  };
  return (
    <>
      {tasks.filter(({ order = 0 }) => order < READ_ALOUD).map(buttonOf)}
      <ReadAloudButton look={look} {...readAloud} />
      {tasks.filter(({ order = 0 }) => order >= READ_ALOUD).map(buttonOf)}
    </>
  );
}

import { useMemo } from 'preact/hooks';
import type { Version } from '~/lib/messaging/protocol';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { comparedWith, isOpen } from '~/lib/shared/comparison-rules';
import { lazyModule } from '../hooks/lazy-module';
import type { WatchedRun } from '../hooks/thread-store';
import { Answer, type AnswerProps } from './answer';
import { RequestBubble } from './request-bubble';

export { describeProgress } from './run-progress';

export interface TurnProps extends AnswerProps {
  /** Shows the reader's own words above the answer; pictures are shown in any case. */
  withRequest: boolean;
  version: Version | undefined;
  /** Answers of other models, where this one is compared with some. */
  beside?: readonly WatchedRun[] | undefined;
  /** The reader writes this message anew. */
  editing: boolean;
  /** Absent where nothing can be edited. */
  onEdit: ((runId: string | undefined) => void) | undefined;
}

/** Only beside the reader's words: a popup does without. */
const useTools = lazyModule(() => import('./turn-tools'));

/** Several answers beside each other. */
const useComparison = lazyModule(() => import('../compare/comparison'));

/** One request with its answer; renders again only when its own run has changed. */
export function Turn({ run, version, beside, editing, onEdit, withRequest, view, actions, withStop }: TurnProps) {
  const tools = useTools(withRequest);
  const members = useMemo(() => comparedWith(run, beside ?? []), [run, beside]);
  const comparison = useComparison(members.length > 1);
  const rewrite = (question: string) => {
    onEdit?.(undefined);
    if (run.request.task !== 'ask') return;
    // The name of a saved prompt stands for its own words only.
    const { promptName, ...asked } = run.request;
    actions.branch(run.id, { ...asked, question, ...(question === asked.question && promptName !== undefined ? { promptName } : {}) });
  };
  return useMemo(
    () => (
      <div class="turn">
        {tools && onEdit && editing && run.request.task === 'ask' ? (
          <tools.EditMessage key={run.id} text={run.request.question} onSend={(text) => rewrite(text)} onCancel={() => onEdit(undefined)} />
        ) : (
          (withRequest || isPictureRequest(run.request)) && <RequestBubble run={run} />
        )}
        {tools && onEdit && <tools.TurnTools run={run} version={isOpen(members) ? undefined : version} isOpen={isOpen(members)} view={view} actions={actions} editing={editing} onEdit={onEdit} />}
        {members.length > 1 ? (
          comparison && <comparison.Comparison key={run.comparison?.id} run={run} members={members} view={view} actions={actions} withStop={withStop} />
        ) : (
          <Answer key={run.id} run={run} view={view} actions={actions} withStop={withStop} />
        )}
      </div>
    ),
    [run, members, comparison, version, editing, onEdit, withRequest, tools, view, actions, withStop],
  );
}

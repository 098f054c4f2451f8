import { useMemo } from 'preact/hooks';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { Answer, type AnswerProps } from './answer';
import { RequestBubble } from './request-bubble';

export { describeProgress } from './run-progress';

export interface TurnProps extends AnswerProps {
  /** Shows the reader's own words above the answer; pictures are shown in any case. */
  withRequest: boolean;
}

/** One request with its answer; renders again only when its own run has changed. */
export function Turn({ run, withRequest, view, actions, withStop }: TurnProps) {
  return useMemo(
    () => (
      <div class="turn">
        {(withRequest || isPictureRequest(run.request)) && <RequestBubble run={run} />}
        <Answer run={run} view={view} actions={actions} withStop={withStop} />
      </div>
    ),
    [run, withRequest, view, actions, withStop],
  );
}

import { useMemo } from 'preact/hooks';
import type { Version } from '~/lib/messaging/protocol';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { lazyModule } from '../hooks/lazy-module';
import { Answer, type AnswerProps } from './answer';
import { RequestBubble } from './request-bubble';

export { describeProgress } from './run-progress';

export interface TurnProps extends AnswerProps {
  /** Shows the reader's own words above the answer; pictures are shown in any case. */
  withRequest: boolean;
  version: Version | undefined;
}

/** Only beside the reader's words: a popup does without. */
const useTools = lazyModule(() => import('./turn-tools'));

/** One request with its answer; renders again only when its own run has changed. */
export function Turn({ run, version, withRequest, view, actions, withStop }: TurnProps) {
  const tools = useTools(withRequest);
  return useMemo(
    () => (
      <div class="turn">
        {(withRequest || isPictureRequest(run.request)) && <RequestBubble run={run} />}
        {tools && <tools.TurnTools run={run} version={version} actions={actions} />}
        <Answer key={run.id} run={run} view={view} actions={actions} withStop={withStop} />
      </div>
    ),
    [run, version, withRequest, tools, view, actions, withStop],
  );
}

import { Columns2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { isOpen } from '~/lib/shared/comparison-rules';
import { Answer, type AnswerProps } from '../chat/answer';
import type { WatchedRun } from '../hooks/thread-store';
import '../styles/compare.css';
import { Column } from './column';
import { useEndings } from './use-endings';

interface ComparisonProps extends AnswerProps {
  /** All answers that are compared, `run` among them: the one that the conversation goes on from. */
  members: readonly WatchedRun[];
}

/** Answers of several models to one question: side by side until one is kept, then that one, and the others at a press. */
export function Comparison({ run, members, view, actions, withStop }: ComparisonProps) {
  const section = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(false);
  const open = isOpen(members);
  const endings = useEndings(members);
  const keep = (kept: WatchedRun) => {
    // The pressed button goes away, so the focus moves to the conversation.
    section.current?.closest<HTMLElement>('[role="log"]')?.focus();
    setShown(false);
    actions.keep(kept.id);
  };
  return (
    <section ref={section} class="comparison" aria-label={plural('compareOf', members.length)}>
      {open || shown ? (
        <div class="columns">
          {members.map((member, index) => (
            <Column
              key={member.comparison?.place}
              run={member}
              view={view}
              actions={actions}
              isAsked={member.state === 'confirm' && !member.parts && members.slice(0, index).some(({ state, parts }) => state === 'confirm' && !parts)}
              onKeep={keep}
            />
          ))}
        </div>
      ) : (
        <Answer key={run.id} run={run} view={view} actions={actions} withStop={withStop} />
      )}
      {open ? (
        <p class="hint">{t('compareGoesOn', nameOf(run))}</p>
      ) : (
        <div>
          <button type="button" class="chip" aria-expanded={shown} onClick={() => setShown(!shown)}>
            <Columns2 class="icon" />
            {shown ? t('compareHide') : plural('compareShow', members.length)}
          </button>
        </div>
      )}
      <div class="visually-hidden" role="status" aria-atomic="false">
        {endings.map(({ id, name }) => <p key={id}>{t('compareFinished', name)}</p>)}
        {members.map((member) => member.comparison?.kept && <p key={`kept ${member.id}`}>{t('compareKept', nameOf(member))}</p>)}
      </div>
    </section>
  );
}

function nameOf({ model, comparison }: WatchedRun): string {
  return model ?? comparison?.model ?? '';
}

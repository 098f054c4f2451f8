import { FileJson, FileText, Pin, PinOff, Trash2 } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { type Conversation, type ConversationRow, TITLE_LENGTH } from '~/lib/shared/conversation';
import { Dialog } from '../ui/dialog';
import { ErrorNotice } from '../ui/error-notice';
import { titleOf } from './conversation-item';
import { exportFile, toFileName } from './export-file';

interface ConversationDialogProps {
  row: ConversationRow;
  onClose: () => void;
  onDelete: () => void;
}

/** What can be done with one conversation of the history. */
export function ConversationDialog({ row, onClose, onDelete }: ConversationDialogProps) {
  const { number, conversation } = row;
  const [error, setError] = useState<AppErrorData>();
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown).data);
    }
  };
  const title = titleOf(row);
  const save = (as: 'json' | 'markdown') => void attempt(exportFile({ as, number, name: toFileName(title) }));
  return (
    <Dialog title={title} onClose={onClose}>
      {error && <ErrorNotice error={error} remedies={{}} />}
      {conversation && <NameField conversation={conversation} onName={(name) => void attempt(call('renameConversation', { number, title: name }))} />}
      <div class="stack conversation-actions">
        {conversation && (
          <>
            <button type="button" class="button" onClick={() => void attempt(call('pinConversation', { number, pinned: !conversation.pinned }))}>
              {conversation.pinned ? <PinOff class="icon" /> : <Pin class="icon" />}
              {t(conversation.pinned ? 'historyUnpin' : 'historyPin')}
            </button>
            <button type="button" class="button" onClick={() => save('markdown')}>
              <FileText class="icon" />
              {t('historySaveMarkdown')}
            </button>
            <button type="button" class="button" onClick={() => save('json')}>
              <FileJson class="icon" />
              {t('historySaveJson')}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={onDelete}>
          <Trash2 class="icon" />
          {t('historyDelete')}
        </button>
      </div>
    </Dialog>
  );
}

function NameField({ conversation, onName }: { conversation: Conversation; onName: (name: string) => void }) {
  const hintId = useId();
  const [name, setName] = useState(conversation.title);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <label>
        <span class="label">{t('historyName')}</span>
        <input
          class="input"
          dir="auto"
          value={name}
          maxLength={TITLE_LENGTH}
          aria-describedby={hintId}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p id={hintId} class="hint">
        {t('historyNameHint')}
      </p>
      <button type="submit" class="button conversation-rename">
        {t('historySavingName')}
      </button>
    </form>
  );
}

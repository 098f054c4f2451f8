import { useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { readPromptFile, writePromptFile } from '~/lib/shared/prompt-file';
import { MAX_PROMPTS, type SavedPrompt } from '~/lib/shared/saved-prompt';
import { usePrompts } from '../hooks/use-prompts';
import { UndoBar } from '../ui/undo-bar';
import { ErrorNotice } from '../ui/error-notice';
import { saveLink } from '../ui/save-link';
import { PromptForm } from './prompt-form';
import { PromptRow } from './prompt-row';

/** Characters of a file of prompts: as many as can be saved, and their frame. */
const LARGEST_FILE = 20_000_000;

/** The saved prompts: made, changed, ordered, deleted, as a file and out of one. */
export function PromptsSection() {
  const { prompts, error, save } = usePrompts();
  const [edited, setEdited] = useState<SavedPrompt | 'new'>();
  const [deleted, setDeleted] = useState<{ prompt: SavedPrompt; at: number }>();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  if (!prompts) return error ? <ErrorNotice error={error} remedies={{ inSettings: true }} /> : null;

  const keep = (draft: Pick<SavedPrompt, 'name' | 'text'>) => {
    const changed = edited === 'new' || !edited ? [...prompts, { id: crypto.randomUUID(), ...draft }] : prompts.map((each) => (each.id === edited.id ? { ...each, ...draft } : each));
    void save(changed).then((kept) => {
      if (!kept) return;
      setEdited(undefined);
      setSaid(t('promptsSaved', draft.name));
      heading.current?.focus();
    });
  };
  const move = (from: number, to: number) => {
    const changed = [...prompts];
    changed.splice(to, 0, ...changed.splice(from, 1));
    void save(changed);
  };
  const remove = (prompt: SavedPrompt, at: number) => {
    // The button goes away with its prompt.
    heading.current?.focus();
    setDeleted({ prompt, at });
    void save(prompts.filter((each) => each !== prompt));
  };
  const undo = () => {
    if (deleted) void save(prompts.toSpliced(deleted.at, 0, deleted.prompt));
    setDeleted(undefined);
    heading.current?.focus();
  };
  const exportAll = () => {
    const url = URL.createObjectURL(new Blob([writePromptFile(prompts)], { type: 'application/json' }));
    saveLink(url, 'docent-prompts.json');
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = file.size > LARGEST_FILE ? undefined : readPromptFile(await file.text(), prompts);
    // The same file can be chosen again.
    input.value = '';
    if (!read) return setSaid(t('promptsBadFile'));
    if (read.added > 0 && !(await save(read.prompts))) return;
    setSaid([plural('promptsImported', read.added), read.known > 0 && plural('promptsImportKnown', read.known), read.refused > 0 && plural('promptsImportRefused', read.refused)].filter(Boolean).join(' '));
  };
  const full = prompts.length >= MAX_PROMPTS;
  return (
    <section class="section" aria-labelledby="prompts-title">
      <h2 id="prompts-title" ref={heading} tabIndex={-1}>{t('promptsTitle')}</h2>
      <p>{t('promptsText')}</p>
      {error && <ErrorNotice error={error} remedies={{ inSettings: true }} />}
      <ul class="prompt-list" aria-labelledby="prompts-title">
        {prompts.map((prompt, index) => (
          <li key={prompt.id}>
            {edited !== 'new' && edited?.id === prompt.id ? (
              <PromptForm prompt={prompt} others={prompts.filter((each) => each !== prompt)} onSave={keep} onCancel={() => setEdited(undefined)} />
            ) : (
              <PromptRow
                prompt={prompt}
                onEdit={() => setEdited(prompt)}
                onUp={index > 0 ? () => move(index, index - 1) : undefined}
                onDown={index < prompts.length - 1 ? () => move(index, index + 1) : undefined}
                onDelete={() => remove(prompt, index)}
              />
            )}
          </li>
        ))}
      </ul>
      {prompts.length === 0 && <p class="hint">{t('promptsNone')}</p>}
      {deleted && <UndoBar key={deleted.prompt.id} said={t('historyDeletedOne', deleted.prompt.name)} onUndo={undo} onGone={() => setDeleted(undefined)} />}
      {edited === 'new' && <PromptForm prompt={{ name: '', text: '' }} others={prompts} onSave={keep} onCancel={() => setEdited(undefined)} />}
      <p role="status">{said}</p>
      {full && <p class="hint">{t('promptsFull', MAX_PROMPTS)}</p>}
      <div class="row wrap">
        <button type="button" class="button" disabled={full} onClick={() => setEdited('new')}>{t('promptsAdd')}</button>
        <button type="button" class="button" disabled={prompts.length === 0} onClick={exportAll}>{t('promptsExport')}</button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>{t('promptsImport')}</button>
        <input ref={picker} type="file" hidden accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
      </div>
    </section>
  );
}

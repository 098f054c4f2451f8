import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { checkPrompt, PLACEHOLDERS, PROMPT_NAME_LENGTH, PROMPT_TEXT_LENGTH, type PromptProblem, type SavedPrompt } from '~/lib/shared/saved-prompt';

type Draft = Pick<SavedPrompt, 'name' | 'text'>;

interface PromptFormProps {
  prompt: Draft;
  others: readonly SavedPrompt[];
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Name and text of a prompt. What keeps it from being saved is told when that is tried; nothing that was typed is lost. */
export function PromptForm({ prompt, others, onSave, onCancel }: PromptFormProps) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft>({ name: prompt.name, text: prompt.text });
  const [problems, setProblems] = useState<readonly PromptProblem[]>([]);
  useEffect(() => first.current?.focus(), []);
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = checkPrompt(draft, others);
    setProblems(found);
    if (found.length === 0) onSave({ name: draft.name.trim(), text: draft.text.trim() });
  };
  return (
    <form class="stack prompt-form" noValidate onSubmit={submit}>
      <label class="field">
        <span class="label">{t('promptsName')}</span>
        <input ref={first} class="input" type="text" dir="auto" value={draft.name} onInput={(event) => change({ name: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span class="label">{t('promptsPrompt')}</span>
        <textarea class="input" rows={5} dir="auto" aria-describedby={`${id}-hint`} value={draft.text} onInput={(event) => change({ text: event.currentTarget.value })} />
      </label>
      <p id={`${id}-hint`} class="hint">{t('promptsPlaceholders', ...PLACEHOLDERS.map((name) => `{{${name}}}`))}</p>
      {problems.length > 0 && (
        <div class="notice bad" role="alert">
          <ul class="plain-list">
            {problems.map((problem) => (
              <li key={problem.kind}>{sayProblem(problem, draft)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="row wrap">
        <button type="submit" class="button primary">{t('promptsSave')}</button>
        <button type="button" class="button" onClick={onCancel}>{t('actionCancel')}</button>
      </div>
    </form>
  );
}

function sayProblem(problem: PromptProblem, { name, text }: Draft): string {
  switch (problem.kind) {
    case 'no-name':
      return t('promptsNoName');
    case 'long-name':
      return t('promptsLongName', name.trim().length, PROMPT_NAME_LENGTH);
    case 'same-name':
      return t('promptsSameName', name.trim());
    case 'no-text':
      return t('promptsNoText');
    case 'long-text':
      return t('promptsLongText', text.trim().length, PROMPT_TEXT_LENGTH);
    case 'unknown-placeholder':
      return t('promptsUnknown', problem.names.map((word) => `{{${word.slice(0, 40)}}}`).join(', '), PLACEHOLDERS.map((word) => `{{${word}}}`).join(', '));
    case 'two-sources':
      return t('promptsTwoSources');
  }
}

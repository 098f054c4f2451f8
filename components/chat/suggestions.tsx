import { t } from '~/lib/i18n/message';

interface SuggestionsProps {
  topics: readonly string[];
  onAsk: (question: string) => void;
}

/** Questions about what the page itself treats of; pressing one asks it. They were made on this device, and nothing was sent for them. No topic ends in a question mark: it is asked about in the language of the interface. */
export function Suggestions({ topics, onAsk }: SuggestionsProps) {
  const questions = topics.map((topic) => (/[?？؟]$/.test(topic) ? topic : t('suggestionsAbout', topic)));
  return (
    <div class="suggestions" role="group" aria-label={t('suggestionsTitle')}>
      {questions.map((question) => (
        <button key={question} type="button" class="chip" dir="auto" onClick={() => onAsk(question)}>
          {question}
        </button>
      ))}
    </div>
  );
}

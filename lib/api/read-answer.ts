import { AppError } from '~/lib/shared/app-error';
import type { Answer } from './answer';
import { toUsd } from './chunk';
import { END_GRACE, MAX_WORDLESS } from './limits';
import { BodyReader, type BodyItem } from './read-body';
import { describeError } from './send';
import type { ChatEvent, Server } from './types';
import type { TimeWatch } from './watch-time';

/** Longest silence in milliseconds, before the first words and between them. */
export interface Patience {
  first: number;
  idle: number;
}

/** Some servers open the stream at once and think afterwards: the first words have their own time, not the first byte. */
function allowedSilence(answer: Answer, { first, idle }: Patience): number {
  if (answer.isFinished) return Math.min(END_GRACE, idle);
  return answer.hasOutput ? idle : Math.max(first, idle);
}

/**
 * Reads the body of a successful response into `answer` and yields what it brings. Ends at `[DONE]`, at the end of the
 * body, or, once a finish reason was seen, when nothing more comes.
 *
 * @throws AppError `stream-broken`, `timeout`, `cancelled`, those of `Answer` and `BodyReader`, and CallError for an
 *   error inside the stream; all text received before has been yielded.
 */
export async function* readAnswer(
  server: Server,
  response: Response,
  answer: Answer,
  watch: TimeWatch,
  patience: Patience,
): AsyncGenerator<ChatEvent, void> {
  answer.addCost(toUsd(response.headers.get('x-aimlapi-usd-spent')));
  const reader = response.body?.getReader();
  const body = new BodyReader();
  const start = performance.now();
  const wordless = MAX_WORDLESS * Math.max(patience.first, patience.idle);
  try {
    for (let open = true; open; ) {
      const read = await reader?.read().catch((thrown: unknown) => {
        const failure = watch.explain(thrown, new AppError('stream-broken', {}, thrown));
        if (failure.code === 'cancelled' || !answer.ended) throw failure;
        return undefined; // The answer is complete; only its connection ended badly.
      });
      watch.allow(Math.max(patience.first, patience.idle)); // Taking the words in is the reader's time, not the server's.
      const items = read?.value ? body.push(read.value) : body.end();
      open = read?.value !== undefined;
      for (const item of items) {
        yield* take(server, item, answer);
        if (item.type === 'done') {
          open = false;
          break;
        }
      }
      // Comments and empty frames are signs of life, but no answer.
      if (open && !answer.hasOutput && performance.now() - start > wordless) throw new AppError('timeout');
      // Armed when everything was taken: what has come decides how long the next may take.
      watch.allow(allowedSilence(answer, patience));
    }
  } catch (thrown) {
    yield* answer.flush();
    throw thrown;
  }
  yield* answer.close();
}

function* take(server: Server, item: BodyItem, answer: Answer): Generator<ChatEvent, void> {
  if (item.type === 'error') throw describeError(server, 0, item.error);
  if (item.type === 'broken') throw new AppError('bad-response', { detail: item.text });
  if (item.type === 'done') answer.ended = true;
  else yield* answer.read(item.frame, item.type === 'whole');
}

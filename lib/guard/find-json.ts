/** Places at which an object is tried: a reply that opens more braces is no verdict. */
const MAX_TRIES = 100;

/** One JSON object in a reply. */
export interface FoundObject {
  value: unknown;
  /** As written. */
  raw: string;
}

/**
 * The outermost JSON objects in a text, whatever stands around them, and the text without them. Forgives a comma
 * before a closing bracket and Python's `True`, `False` and `None`; anything else that is no JSON is left in the text.
 */
export function findObjects(text: string): { objects: FoundObject[]; rest: string } {
  const objects: FoundObject[] = [];
  let rest = '';
  let at = 0;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const start = text.indexOf('{', at);
    if (start < 0) break;
    const end = closingBrace(text, start);
    const raw = end === undefined ? undefined : text.slice(start, end);
    const value = raw === undefined ? undefined : parse(raw);
    if (raw !== undefined && value !== undefined) {
      objects.push({ value, raw });
      rest += text.slice(at, start);
      at = start + raw.length;
    } else {
      rest += text.slice(at, start + 1);
      at = start + 1;
    }
  }
  return { objects, rest: rest + text.slice(at) };
}

/** Behind the brace that closes the one at `start`; `undefined` when none does. */
function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text.charAt(i);
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** Strings, which stay as they are, or what is forgiven between them. */
const FORGIVEN = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])|\b(True|False|None)\b/g;
const PYTHON: Record<string, string> = { True: 'true', False: 'false', None: 'null' };

function parse(raw: string): unknown {
  const plain = raw.replace(FORGIVEN, (_all, string?: string, word?: string) => string ?? (word ? (PYTHON[word] ?? '') : ''));
  try {
    return JSON.parse(plain) as unknown;
  } catch {
    return undefined;
  }
}

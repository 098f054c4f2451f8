/**
 * The lines of a file, one after the other, whatever its size; `undefined` in the place of one that is longer than `longest`
 * characters.
 */
export async function* readLines(file: Blob, longest: number): AsyncGenerator<string | undefined> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  const take = (): string | undefined => {
    const line = length > longest ? undefined : pieces.join('');
    [pieces, length] = [[], 0];
    return line;
  };
  const put = (piece: string) => {
    length += piece.length;
    // What is too long is not held either.
    if (length > longest) pieces = [];
    else pieces.push(piece);
  };
  for (let end = false; !end;) {
    const { value, done } = await reader.read();
    const text = decoder.decode(value, { stream: !done });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      put(text.slice(from, at));
      yield take();
      from = at + 1;
    }
    put(text.slice(from));
    end = done;
  }
  if (length > 0) yield take();
}

/** Bytes turned to text at a time: more would be too many arguments of one call. */
const STEP = 0x6000;

/** The bytes as a base64 `data:` address of their type. */
export async function toDataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts: string[] = [];
  // Steps are multiples of three bytes, so that their texts may be joined.
  for (let at = 0; at < bytes.length; at += STEP) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP))));
  return `data:${blob.type};base64,${parts.join('')}`;
}

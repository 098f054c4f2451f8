/** `data:` address of a file, made beside the main thread. */
export function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new DOMException('', 'NotReadableError'));
    reader.readAsDataURL(blob);
  });
}

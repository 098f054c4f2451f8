/** A picture as it is sent, kept so that a run can be repeated and asked about. */
export interface StoredImage {
  /** SHA-256 of the bytes, hexadecimal. */
  id: string;
  blob: Blob;
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
}

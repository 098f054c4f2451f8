/** Whether a model reads pictures by `/ocr`, in the form that Mistral and Zhipu have there (contract section 10.1); no list tells what a model is for. */
export function isOcrModel(id: string): boolean {
  return /(?:^|\/)(?:mistral-ocr|glm-ocr)\b/.test(id);
}

/** Models that were trained to judge and do nothing else, and whose replies Docent reads: Llama Guard in any spelling. */
const GUARD_MODEL = /llama[-_. ]?guard/i;

/** Whether an id names a model that only judges: no model for chat, and the guard's own where the server has one. */
export function isGuardModel(id: string): boolean {
  return GUARD_MODEL.test(id);
}

/**
 * The schemas with which windows parse what the background says. They are many, and not needed before the first answer: windows
 * draw themselves first, and load them while the background is asked.
 */
export const loadProtocol = () => import('./protocol');

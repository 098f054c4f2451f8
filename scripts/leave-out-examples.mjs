/**
 * A Vite plugin: the rules of the guard stand in one table with their examples, which are tests and more than half of its
 * size. What is built goes without them. Each list of examples is one line of the table.
 */
export function leaveOutExamples() {
  return {
    name: 'docent:no-examples',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} code @param {string} id */
    transform: (code, id) => (/\/guard\/instructions\/rules\/[^/]+\.ts$/.test(id) ? { code: withoutExamples(code), map: null } : undefined),
  };
}

/** @param {string} code */
export function withoutExamples(code) {
  return code.replace(/^ +(?:finds|passes): \[.*\],\n/gm, '');
}

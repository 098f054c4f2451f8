/**
 * The one place zod enters the code. zod 4 otherwise compiles parsers with `new Function`, which an
 * extension's content security policy reports as an error on every page load.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

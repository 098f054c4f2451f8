/** Page text as Markdown that shows exactly that text: nothing in it becomes emphasis, a link, a list or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|:(?=\/\/)|@|(?<=www)\./giu, '\\$&')
    .replace(/^(?:[-+#=]|\p{N}+(?=[.)]))/u, (mark) => (/^\p{N}/u.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\p{N}+)([.)])/u, '$1\\$2');
}

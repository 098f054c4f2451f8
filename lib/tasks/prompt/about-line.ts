const MAX_FIELD = 500;

/** `name: value` as one line that no value can break out of; none for nothing. */
export function aboutLine(name: string, value: string | undefined): string[] {
  return value?.trim() ? [`${name}: ${oneLine(value)}`] : [];
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').slice(0, MAX_FIELD).trim();
}

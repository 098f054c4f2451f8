export const SUMMARY_STYLES = ['key-points', 'paragraph', 'detailed', 'simple'] as const;
export const SUMMARY_LENGTHS = ['short', 'medium', 'long'] as const;

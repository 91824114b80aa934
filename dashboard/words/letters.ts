/** "all" is "All": a stored value as a label. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** The same the other way, for words that go on within a sentence. */
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

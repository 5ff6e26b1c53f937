export function splitGlued(lines: readonly string[]): readonly string[] { return lines; }

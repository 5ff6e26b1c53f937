/** A variable's value without the space around it; empty variables count as not set. */
export function filled(value: string | undefined): string | undefined {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}

/** Whether a sentence comes to its end. */
export function hasStop(text: string): boolean {
  return /[.!?…。！？।۔؟][”“"’'»)\]」』]*$/u.test(text);
}

/** A set of flags, for fields that Discord's types describe by an enum of single flags. */
export function bits(value: number): never {
  return value as never;
}

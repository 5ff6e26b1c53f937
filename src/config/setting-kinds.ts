import { z } from 'zod';

/** A whole number within bounds, both included. */
export function whole(min: number, max: number): z.ZodNumber {
  const words = `must be a whole number from ${min} to ${max}`;
  return z.int({ error: words }).min(min, words).max(max, words);
}

/** A list of settings by name, which knows all of them. */
export function room<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? 'must be a list of settings' : undefined),
  });
}

import { marksAt, type Clause } from '../clause.ts';

const MAX_LIST_GAP = 7;

/** Whether a comma shortly before makes what stands behind this one the last of a list. */
export function endsList(clause: Clause, comma: number): boolean {
  return marksAt(clause, ',').some((other) => other < comma && comma - other <= MAX_LIST_GAP);
}

export type Path = readonly (string | number)[];

/** One thing that is wrong with a body, as Discord names it. */
export interface FormFault {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

/** Discord's nested form. https://discord.com/developers/docs/reference#error-messages */
export function renderFormErrors(faults: readonly FormFault[]): unknown {
  const root: ErrorTree = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const step of path) {
      const next = (node[String(step)] ?? {}) as ErrorTree;
      node[String(step)] = next;
      node = next;
    }
    (node._errors ??= []).push({ code, message });
  }
  return root;
}

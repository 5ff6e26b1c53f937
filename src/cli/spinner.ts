import { isStyled, type CliIo } from './cli-io.ts';

export interface Spinner {
  stop(): void;
}

/** Where it would be in the way, as while a person types. */
export const noSpinner: Spinner = { stop: () => undefined };

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;
/** What is quicker than this needs no spinner. */
const DELAY_MS = 150;

/** Shows on a terminal's stderr that work goes on; nothing elsewhere. */
export function startSpinner(
  { stderr, env }: Pick<CliIo, 'stderr' | 'env'>,
  label: string,
): Spinner {
  if (!isStyled(stderr, env)) return noSpinner;
  let frame = 0;
  let isShown = false;
  let wait = setTimeout(show, DELAY_MS);
  function show(): void {
    isShown = true;
    stderr.write(`\r${FRAMES[frame % FRAMES.length] ?? ''} ${label}`);
    frame += 1;
    wait = setTimeout(show, FRAME_MS);
  }
  return {
    stop() {
      clearTimeout(wait);
      // Back to the beginning of the line, and all of it away (ECMA-48, 8.3.41).
      if (isShown) stderr.write('\r\u001B[K');
    },
  };
}

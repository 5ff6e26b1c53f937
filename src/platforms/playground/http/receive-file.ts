import { sizeInWords } from '../../../post/in-words.ts';
import type { SharedFiles } from '../channel/open-shared-files.ts';
import type { PlaygroundParts } from '../playground-parts.ts';
import { plain } from './plain.ts';
import { readBody } from './read-body.ts';

export interface Receiving extends Pick<PlaygroundParts, 'maxPdfBytes' | 'maxPageBytes'> {
  readonly files: SharedFiles;
  readonly name: string;
}

const MAX_NAME_CHARS = 200;
/** Where it may stand in the file: https://www.loc.gov/preservation/digital/formats/fdd/fdd000030.shtml */
const PDF_MARK = '%PDF-';
const PDF_MARK_WITHIN = 1024;

/** Keeps a file that somebody gives; 413 with the limit of its kind where it is too large. */
export async function receiveFile(
  request: Request,
  { files, name, maxPdfBytes, maxPageBytes }: Receiving,
): Promise<Response> {
  const read = await readBody(request, (start) => (isPdf(start) ? maxPdfBytes : maxPageBytes));
  if (read.status === 'read')
    return Response.json(files.put(name.slice(0, MAX_NAME_CHARS) || 'file', read.body));
  const [pdf, page] = [sizeInWords(maxPdfBytes), sizeInWords(maxPageBytes)];
  const sentence =
    read.maxBytes === maxPdfBytes
      ? `That file is too large: a PDF may have up to ${pdf}.`
      : `That file is too large: a page or a text may have up to ${page}, and only a PDF up to ${pdf}.`;
  return plain(413, sentence);
}

function isPdf(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, PDF_MARK_WITHIN)).toString('latin1').includes(PDF_MARK);
}

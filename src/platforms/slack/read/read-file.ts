import type { PlatformFile } from '../../../ports/request.ts';
import { fieldAt, listAt, textAt } from '../../payload-field.ts';

/** Ways in which a file is no longer there, or never was with Slack. */
const ABSENT: ReadonlySet<string> = new Set(['tombstone', 'hidden_by_limit', 'external']);

/** The files of a message or a form field: https://docs.slack.dev/reference/objects/file-object */
export function readFiles(list: unknown): readonly PlatformFile[] {
  return listAt(list)
    .map(readFile)
    .filter((file) => file !== undefined);
}

function readFile(file: unknown): PlatformFile | undefined {
  const id = textAt(file, 'id');
  if (id === '' || ABSENT.has(textAt(file, 'mode'))) return undefined;
  const mediaType = textAt(file, 'mimetype');
  const sizeBytes = fieldAt(file, 'size');
  const mustAsk = textAt(file, 'file_access') === 'check_file_info';
  const url = textAt(file, 'url_private_download') || textAt(file, 'url_private');
  return {
    name: textAt(file, 'name') || textAt(file, 'title') || 'file',
    ...(mediaType === '' ? {} : { mediaType }),
    ...(typeof sizeBytes === 'number' && sizeBytes > 0 ? { sizeBytes } : {}),
    address: { id, ...(url === '' || mustAsk ? {} : { url }) },
  };
}

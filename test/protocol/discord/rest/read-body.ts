import type { IncomingMessage } from 'node:http';
import { refusals } from './api-error.ts';
import type { Upload } from './route.ts';

export interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** https://discord.com/developers/docs/reference#uploading-files */
const maxFileBytes = 10 * 1024 * 1024;
const maxRequestBytes = 25 * 1024 * 1024;

/** JSON, or a form with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.byteLength === 0) return { json: undefined, uploads: [] };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (!type.startsWith('application/json')) throw refusals.invalidJson();
  return { json: parseJson(bytes.toString('utf8')), uploads: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    sizeBytes += bytes.byteLength;
    if (sizeBytes > maxRequestBytes) throw refusals.tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData();
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [name, value] of form) {
    const index = /^files\[(\d{1,2})\]$/u.exec(name)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    if (value.size > maxFileBytes) throw refusals.tooLarge();
    const content = new Uint8Array(await value.arrayBuffer());
    uploads.push({
      index: Number(index),
      name: value.name,
      bytes: content,
      contentType: value.type,
    });
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, uploads };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Discord says the same of whatever is wrong with it.
    throw refusals.invalidJson();
  }
}

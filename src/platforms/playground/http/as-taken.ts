import { takesGzip } from './takes-gzip.ts';

/** An answer without its body where that is not asked for; data compressed where the other side can take it. */
export async function asTaken(response: Response, { method, headers }: Request): Promise<Response> {
  if (method === 'HEAD') {
    await response.body?.cancel();
    return new Response(null, response);
  }
  const isData = response.headers.get('content-type') === 'application/json';
  if (!isData || response.body === null || !takesGzip(headers)) return response;
  const packed = new Response(response.body.pipeThrough(new CompressionStream('gzip')), response);
  packed.headers.set('content-encoding', 'gzip');
  packed.headers.set('vary', 'accept-encoding');
  return packed;
}

/** A sentence, as an answer. */
export function plain(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

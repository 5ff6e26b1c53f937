/** Of a heavy news page: most of it is no story. */
const SCRIPT_CHARS = 300_000;
const TEASERS = 1_700;
const COMMENTS = 1_800;

const QUAYS = ['north', 'south', 'herring', 'coal', 'rope', 'salt', 'mill', 'custom house'];

/**
 * An invented news page of more than a megabyte: a story of its own in every page, and around it what such pages have,
 * scripts, teasers, what readers wrote.
 */
export function renderBigPage(name: string): Buffer {
  return Buffer.concat([Buffer.from(headOf(name)), rest]);
}

function headOf(name: string): string {
  const story = QUAYS.map(
    (quay, at) =>
      `<p>The ${quay} quay of Tellersund was measured ${at + 3} times for report ${name}, and each time the surveyors found it ${at + 2} centimetres lower than their predecessors had written down in the year before.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>Harbour sinks, says ${name}</title>
<meta property="og:site_name" content="The Tellersund Gauge"></head><body><article><h1>Harbour sinks, says ${name}</h1>
<p>The harbour of Tellersund sinks faster than anybody had expected, the survey office said in its report ${name} on Monday.</p>
<p>“We can watch the stairs go under, one step in every season,” said Maren Ottesdal, who leads the survey office.</p>
${story.join('\n')}
<p>“A wall would buy us thirty years, and after that we have to move,” said Jonas Feldbrekke, the mayor of Tellersund.</p>
</article>`;
}

const rest = Buffer.from(
  [
    `<script>window.state=${JSON.stringify('measure after measure '.repeat(SCRIPT_CHARS / 22))}</script>`,
    '<aside class="related"><h2>More from the harbour</h2><ul>',
    ...numbers(TEASERS).map(
      (at) =>
        `<li class="teaser"><a href="/story-${at}.html"><span>Gauge ${at}</span> <b>Tide table ${at} printed again</b></a><time datetime="2026-03-02">2 March</time></li>`,
    ),
    '</ul></aside><section class="comments" id="comments"><h2>Comments</h2>',
    ...numbers(COMMENTS).map(
      (at) =>
        `<div class="comment"><span class="author">guest${at}</span><div class="body"><p>My boat lies at berth ${at}, and I have had to lengthen the ladder twice since we came here; nobody asked us.</p></div><a class="reply" href="#reply-${at}">Reply</a></div>`,
    ),
    '</section></body></html>',
  ].join('\n'),
);

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}

/** An invented page with all that the terminal shows. */
export const harbourPage = `<!doctype html><html lang="en"><head><title>Harbour opens again - The Quay Post</title>
<meta property="og:site_name" content="The Quay Post"><meta name="author" content="Mara Lindqvist">
<meta property="article:published_time" content="2031-04-02T09:30:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour opens again</h1>
<p>The harbour of Ostvik opened again on Tuesday after eleven weeks of repair, and the first ferry left with forty people, two horses and a band that played all the way to the outer islands.</p>
<p>“We had almost forgotten what a horn sounds like,” said Tilde Brask, who sells smoked eel at the quay and had closed her stall in January.</p>
<h2>What comes next</h2>
<p>The town council will decide in May about the second pier, which needs another four million crowns and a new crane. Nobody expects the work to begin before autumn, and some doubt that it will begin at all.</p>
</article><footer>Imprint</footer></body></html>`;

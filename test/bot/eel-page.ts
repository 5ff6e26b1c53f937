/** An invented page that makes three bullets and two quotes. */
export const eelPage = `<!doctype html><html lang="en"><head><title>Eels return to Ostvik</title>
<meta property="og:site_name" content="The Quay Post"></head><body><article><h1>Eels return to Ostvik</h1>
<p>Eels have returned to the harbour of Ostvik after an absence of eleven years, the fishery office of Norrland said on Tuesday.</p>
<p>Divers counted more than four thousand young eels in a single night, most of them below the old steam ferry.</p>
<p>“They came up the channel like a rope that somebody pulls,” said Tilde Brask, a diver who has counted fish for the office since 2012.</p>
<p>The office credits the new fish ladder at the Luleby dam, which was built for two million crowns and opened last spring.</p>
<p>Fishermen want the ban on eel traps lifted by summer. The office refuses and points to the herring, which vanished a second time when nets went out too early.</p>
<p>“We would like to eat them, and we would like to have them next year as well,” said Anders Holm, who speaks for the boats of the harbour.</p>
<p>A decision about the traps is expected in September, when the divers will have counted for a whole season.</p></article></body></html>`;

const EXIT_CODES = `
Exit code: 0 done, 1 it could not be read (the reason is on stderr), 2 wrong usage, 130 stopped with Ctrl-C.`;

/** What stands below the options in the help of the program and of each command. */
export const helpTexts = {
  program: `
Examples:
  nutgraf summarize https://example.org/harbour-opens
  nutgraf quotes saved-page.html --markdown
  nutgraf batch < pages.ndjson > summaries.ndjson
${EXIT_CODES}`,
  summarize: `
Examples:
  nutgraf summarize https://example.org/harbour-opens
  nutgraf summarize report.pdf --length detailed --quotes 0
  nutgraf summarize saved-page.html --explain
  pbpaste | nutgraf summarize - --markdown
${EXIT_CODES}`,
  quotes: `
Examples:
  nutgraf quotes https://example.org/harbour-opens
  nutgraf quotes saved-page.html --json
${EXIT_CODES}`,
  read: `
Examples:
  nutgraf read https://example.org/harbour-opens
  nutgraf read report.pdf --markdown > report.md
  nutgraf read page.html --json
  pbpaste | nutgraf read -
${EXIT_CODES}`,
  batch: `
Examples:
  nutgraf batch < pages.ndjson > summaries.ndjson
  nutgraf batch --length brief < pages.ndjson
  echo '{"id": 1, "path": "page.html"}' | nutgraf batch --only article
  nutgraf batch --as-text < texts.ndjson
${EXIT_CODES}`,
  start: `
Examples:
  npm start
  nutgraf start > nutgraf.log

Exit code: 0 stopped, 1 it could not start (the reason is on stderr), 2 wrong settings.`,
  chat: `
Examples:
  nutgraf chat
  echo 'https://example.org/harbour-opens short' | nutgraf chat
${EXIT_CODES}`,
  digest: `
Examples:
  nutgraf digest list
  nutgraf digest preview --source https://example.org/feed.xml
  nutgraf digest run "Morning news"

Exit code: 0 done, 1 something is wrong (the reason is on stderr), 2 wrong usage, 130 stopped with Ctrl-C.`,
  digestPreview: `
Examples:
  nutgraf digest preview "Morning news" --explain
  nutgraf digest preview slack/C0123ABCD/news
  nutgraf digest preview --source example.org --source https://example.net/feed.json --stories 3 --include harbour
${EXIT_CODES}`,
  setup: `
Examples:
  nutgraf setup discord
  nutgraf setup discord --application-id 1122334455667788990
  nutgraf setup slack
  nutgraf setup slack --url https://nutgraf.example.org
  nutgraf setup slack --manifest > manifest.json`,
  doctor: `
Examples:
  nutgraf doctor
  nutgraf doctor --json

Exit code: 0 nothing is wrong, 1 something is, 2 wrong usage, 130 stopped with Ctrl-C.`,
};

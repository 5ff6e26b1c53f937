import { agreement } from './same-words.ts';
import { canonicalAddress, webAddress } from './page-address.ts';
import { chooseByline } from './choose-byline.ts';
import { chooseDate } from './choose-date.ts';
import { chooseTitle, MAX_TITLE_CHARS, type HeadingText } from './choose-title.ts';
import { cleanText } from './clean-text.ts';
import { elementText } from './element-text.ts';
import { findHeadline } from './find-headline.ts';
import { readJsonLd } from './json-ld.ts';
import { readLdArticle, type LdArticle } from './ld-article.ts';
import type { About, Metadata, PageDocument, PageElement, Signals } from './metadata.ts';
import { pageElements, type PageElements } from './page-elements.ts';
import names from './page-names.json' with { type: 'json' };
import { isInForeign, isUnseen } from './is-foreign.ts';
import { siteKeys, siteSuffix } from './site-title.ts';
import { surroundings } from './surroundings.ts';

export interface MetadataOptions {
  /** Where the page was found. */
  readonly url?: string;
}

const MAX_NAME_CHARS = 80;
const MAX_DESCRIPTION_CHARS = 1_000;

/**
 * Title, authors, time, site, language, address and picture of a page, and what its data tell a reader of its text.
 * Call it before anything is taken out of the document; it changes nothing and never throws on what a page holds.
 */
export function readMetadata(document: PageDocument, options: MetadataOptions): Metadata {
  const page = pageElements(document);
  const metaOf = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => page.metas.get(key) ?? []);
  const addresses = [page.links.get('canonical'), ...metaOf(['og:url', 'al:web:url'])];
  const canonicalUrl = canonicalAddress(addresses, options.url);
  const address = options.url ?? canonicalUrl;
  const host = webAddress(address)?.hostname;
  const socialTitles = metaOf(names.title.social).map((title) => cleanText(title, MAX_TITLE_CHARS));
  const documentTitle = cleanText(page.documentTitle, MAX_TITLE_CHARS);
  const ld = readLdArticle(readJsonLd(page.jsonLd), {
    urls: [options.url, ...addresses].filter((url) => url !== undefined),
    isTitle: (headline) =>
      [...socialTitles, documentTitle].some(
        (title) => agreement(cleanText(headline, MAX_TITLE_CHARS), title) > 0.8,
      ),
  });
  const siteNames = [
    page.metas.get('og:site_name')?.[0],
    ld.siteName,
    ld.publisher,
    ...metaOf(names.siteName).slice(0, 3),
  ];
  const keys = siteKeys(siteNames, host);
  const chosen = chooseTitle({
    data: [
      ld.headline ?? '',
      ...socialTitles,
      ...metaOf(names.title.plain),
      propertyText(page, 'headline') ?? '',
    ].map((text) => cleanText(text, MAX_TITLE_CHARS)),
    document: documentTitle,
    headings: page.headings.map(headingText),
    siteKeys: keys,
  });
  const { title } = chosen;
  const headline = chosen.headline ?? findHeadline(document, title);
  const near = headline === undefined ? undefined : surroundings(headline);
  const siteName =
    siteNames.map((name) => plainSiteName(name ?? '')).find((name) => name !== '') ??
    siteSuffix(documentTitle, title) ??
    host?.replace(/^www\./u, '');
  const byline = chooseByline({
    structured: ld.authors,
    metas: names.author.map((key) => page.metas.get(key) ?? []),
    credits: [
      ...page.properties.filter((one) => /author/iu.test(one.getAttribute('itemprop') ?? '')),
      ...page.credits,
    ],
    near,
    headline,
    siteKeys: keys,
    siteName: siteName ?? '',
  });
  const language = languageOf([page.htmlLanguage, ...metaOf(names.language), ld.language ?? '']);
  const publishedAt = chooseDate({
    published: [
      ld.published,
      ...metaOf(names.published),
      propertyText(page, 'datePublished'),
    ].filter((date) => date !== undefined),
    modified: [ld.modified, ...metaOf(names.modified), propertyText(page, 'dateModified')].filter(
      (date) => date !== undefined,
    ),
    times: page.times,
    near,
    headline,
    url: address,
    dayFirst: dayFirstIn(page.htmlLanguage, language, host),
  });
  const image = [...metaOf(names.image), ...ld.images, ...pictures(page)]
    .map((one) => webAddress(one, address)?.href)
    .find((one) => one !== undefined);
  const about: About = {
    title,
    byline,
    language,
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(siteName === undefined ? {} : { siteName }),
    ...(image === undefined ? {} : { image }),
  };
  return { about, signals: signalsOf(ld, metaOf) };
}

function signalsOf(ld: LdArticle, metaOf: (keys: readonly string[]) => readonly string[]): Signals {
  const tier = metaOf(['article:content_tier'])[0]?.toLowerCase();
  const free =
    ld.accessibleForFree ?? (tier === 'locked' ? false : tier === 'free' ? true : undefined);
  const description = metaOf(names.description)[0];
  return {
    paywalledSelectors: ld.paywalledSelectors,
    pageTypes: [
      ...new Set([
        ...ld.types,
        ...metaOf(['og:type']).map((type) => type.toLowerCase().slice(0, 60)),
      ]),
    ].slice(0, 20),
    ...(ld.body === undefined ? {} : { articleBody: ld.body }),
    ...(free === undefined ? {} : { accessibleForFree: free }),
    ...(description === undefined
      ? {}
      : { description: cleanText(description, MAX_DESCRIPTION_CHARS) }),
  };
}

/** The addresses of the pictures that microdata mark as the article's. */
function pictures({ properties }: PageElements): readonly string[] {
  return properties
    .filter((element) => element.getAttribute('itemprop') === 'image')
    .flatMap((element) =>
      ['src', 'content', 'href'].map((name) => element.getAttribute(name) ?? ''),
    )
    .filter((address) => address !== '');
}

/** A site's name without its slogan; empty for an address or a handle. */
function plainSiteName(name: string): string {
  const text = cleanText(name, MAX_NAME_CHARS * 2);
  if (/^(?:https?:|@|\/|www\.)/iu.test(text)) return '';
  const [first = ''] = text.split(/\s+(?:[|–—·•»-]|::)\s+|\s*[|»]\s*/u);
  return cleanText(first.length >= 2 ? first : text, MAX_NAME_CHARS);
}

function headingText(element: PageElement): HeadingText {
  return {
    element,
    text: cleanText(elementText(element, 2_000), MAX_TITLE_CHARS),
    level: element.localName === 'h1' ? 1 : 2,
    isAside: isUnseen(element) || isInForeign(element),
  };
}

/** The value of the first element with a microdata property. */
function propertyText(page: PageElements, property: string): string | undefined {
  const element = page.properties.find((one) =>
    one.getAttribute('itemprop')?.toLowerCase().split(/\s+/u).includes(property.toLowerCase()),
  );
  if (element === undefined) return page.metas.get(property.toLowerCase())?.[0];
  return (
    element.getAttribute('content') ??
    element.getAttribute('datetime') ??
    element.textContent?.slice(0, 500) ??
    undefined
  );
}

function languageOf(tags: readonly string[]): string {
  for (const tag of tags) {
    const primary = /^\s*(?<tag>[a-z]{2,3})(?:$|[\s_,;-])/iu
      .exec(tag.slice(0, 40))
      ?.groups?.['tag']?.toLowerCase();
    if (primary !== undefined && primary !== 'und') return primary;
  }
  return 'und';
}

/** Only American English puts the month first; where the country is not known, English stays open. */
function dayFirstIn(
  htmlLanguage: string,
  language: string,
  host: string | undefined,
): boolean | undefined {
  if (language === 'und') return undefined;
  if (language !== 'en') return true;
  if (/^en[-_]us/iu.test(htmlLanguage)) return false;
  if (
    /^en[-_](?:gb|au|nz|ie|in|za)/iu.test(htmlLanguage) ||
    /\.(?:uk|au|nz|ie|in|za)$/iu.test(host ?? '')
  )
    return true;
  return undefined;
}

import { describe, expect, it } from '@jest/globals';
import { readSource, type RawSource } from '../../src/article/read-source.ts';
import { sniffFormat } from '../../src/article/sniff-format.ts';
import { harbourPage } from '../cli/harbour-page.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('sniffFormat', () => {
  it.each([
    ['a page', '<!doctype html><p>x', {}, 'html'],
    [
      'a page after an XML declaration and comments',
      '<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html>',
      {},
      'html',
    ],
    ['a page with null bytes', '\0\0<html>\0', {}, 'html'],
    ['a fragment', '<p>Some text.', {}, 'html'],
    [
      'a fragment that begins with a word',
      'A <a href="#">b</a> <b>c</b> <a>d</a> <span>e</span>',
      {},
      'html',
    ],
    ['what the server calls HTML', 'Just words.', { mediaType: 'text/html' }, 'html'],
    ['a saved page by its name', 'Just words.', { name: 'page.HTM' }, 'html'],
    ['a page that is sent as text', '<!DOCTYPE html><html>', { mediaType: 'text/plain' }, 'html'],
    ['a page that is sent as PDF', '<html>', { mediaType: 'application/pdf' }, 'html'],
    ['Markdown by its name', '# Title', { name: '/notes/a.md' }, 'markdown'],
    ['Markdown by its type', '# Title', { mediaType: 'text/markdown' }, 'markdown'],
    ['a PDF', '%PDF-1.7\n\xE2\xE3', { mediaType: 'text/html' }, 'pdf'],
    ['a PDF after some bytes', '\r\n\r\n%PDF-1.4', {}, 'pdf'],
    ['a damaged PDF by its name', 'garbage', { name: 'a.pdf' }, 'pdf'],
    ['plain text', 'Some words in a row.', {}, 'text'],
    ['UTF-16', '\xFF\xFEa\0b\0', {}, 'text'],
    ['UTF-16 without its mark', 'H\0e\0l\0l\0o\0 \0y\0o\0u\0', {}, 'text'],
    ['text with a stray control character', `${'word '.repeat(50)}\x02`, {}, 'text'],
    ['text that begins with a bracket', '[Updated] Some words.', {}, 'text'],
  ] as const)('knows %s', (...[, body, hints, format]) => {
    expect(sniffFormat(latin1(body), hints)).toEqual({ format });
  });

  it.each([
    ['\x89PNG\r\n\x1A\n', {}, 'image/png'],
    ['\xFF\xD8\xFF\xE0', { mediaType: 'text/html' }, 'image/jpeg'],
    ['PK\x03\x04\x14', { name: 'page.html' }, 'application/zip'],
    ['\0\0\0\x18ftypmp42', {}, 'video/mp4'],
    ['\x01\x02\x03\x04\x05', {}, 'application/octet-stream'],
    ['\x01\x02\x03\x04\x05', { name: 'page.html' }, 'application/octet-stream'],
    ['\x01\x02\x03\x04\x05', { mediaType: 'audio/x-odd' }, 'audio/x-odd'],
    ['{"a": 1}', {}, 'application/json'],
    ['[{"a": 1}]\n', { mediaType: 'application/ld+json' }, 'application/json'],
    ['<?xml version="1.0"?><rss>', {}, 'application/xml'],
  ])('refuses %j (%o)', (body, hints, type) => {
    expect(sniffFormat(latin1(body), hints)).toEqual({ format: 'unreadable', type });
  });

  it('is quick with hostile beginnings', () => {
    const started = performance.now();
    for (const unit of ['<!--', '<?xml', '[ ', '{ ', '\n', '</p', '\0', '<!-- -->']) {
      sniffFormat(latin1(unit.repeat(1_000_000)), {});
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('readSource', () => {
  it.each<readonly [string, RawSource]>([
    ['HTML', { body: Buffer.from(harbourPage) }],
    ['HTML in another character set', { body: latin1(harbourPage), charset: 'windows-1252' }],
    [
      'Markdown',
      { body: '# Harbour opens again\n\nThe harbour opened again on Tuesday.', fileName: 'a.md' },
    ],
    [
      'text',
      { body: 'The harbour opened.', format: 'text', asIs: true, title: 'Harbour opens again' },
    ],
  ])('reads %s', async (_what, raw) => {
    const reading = await readSource(raw);
    expect(reading).toMatchObject({ status: 'read', article: { title: 'Harbour opens again' } });
  });

  it.each<readonly [RawSource, object]>([
    [{ body: '' }, { code: 'not-an-article', kind: 'empty' }],
    [{ body: latin1('GIF89a') }, { code: 'not-text', type: 'image/gif' }],
    [{ body: latin1('%PDF-1.7 and then nothing') }, { code: 'unreadable-pdf', because: 'damaged' }],
  ])('says why it cannot read %o', async (raw, problem) => {
    expect(await readSource(raw)).toEqual({ status: 'failed', problem });
  });
});

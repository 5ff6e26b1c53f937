import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from '../../../src/article/decode/decode-text.ts';

const UMLAUTS = 'Die Fähre fährt über die Förde, größer als je zuvor.';
const RUSSIAN = 'Мэр города объявил о закрытии старого моста на берегу реки.';
const JAPANESE = '市長は古い橋を閉じると発表した。カモメの町で暮らす人びとは驚いた。';
const CHINESE = '市长宣布关闭河边的旧桥，居民们感到惊讶。';
const TRADITIONAL = '市長宣布關閉河邊的舊橋，居民們感到驚訝。';
const KOREAN = '시장은 강가의 낡은 다리를 폐쇄한다고 발표했다. 똠방각하와 펲시맨이 놀랐다.';

const LEGACY: readonly (readonly [string, string])[] = [
  ['windows-1252', 'Naïve “quotes” cost €5 – déjà vu'],
  ['iso-8859-1', UMLAUTS],
  ['iso-8859-2', 'Żółta łódź płynęła ćmą'],
  ['iso-8859-5', RUSSIAN],
  ['iso-8859-7', 'Ο δήμαρχος μίλησε'],
  ['iso-8859-9', 'İstanbul’da değil'.replace('’', "'")],
  ['iso-8859-15', 'Un œuf à 5 €'],
  ['windows-1250', 'Příliš žluťoučký kůň'],
  ['windows-1251', RUSSIAN],
  ['windows-1253', 'Ο δήμαρχος μίλησε'],
  ['windows-1254', 'Şehir ışığı'],
  ['windows-1255', 'ראש העיר דיבר'],
  ['windows-1256', 'قال رئيس البلدية'],
  ['windows-1257', 'Mērs runāja ļoti'],
  ['windows-874', 'นายกเทศมนตรี'],
  ['koi8-r', RUSSIAN],
  ['koi8-u', 'Міський голова оголосив її'],
  ['ibm866', RUSSIAN],
  ['macintosh', 'Déjà vu'],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gbk', CHINESE],
  ['gb2312', CHINESE],
  ['gb18030', `${CHINESE}𠀀`],
  ['big5', TRADITIONAL],
  ['euc-kr', KOREAN],
  ['ks_c_5601-1987', KOREAN],
  ['utf-16le', RUSSIAN],
  ['utf-16be', 'Plain and ордер'],
];

/** iconv-lite's name where it has another table under the web's. */
const ENCODERS: Readonly<Record<string, string>> = {
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  shift_jis: 'cp932',
  ibm866: 'cp866',
};

function encode(text: string, charset: string): Buffer {
  return iconv.encode(text, ENCODERS[charset] ?? charset);
}

function page(declaration: string, text: string): string {
  return `<!doctype html><html><head>${declaration}</head><body><p>${text}</p></body></html>`;
}

describe('a named charset', () => {
  it.each(LEGACY)('reads %s as the header names it', (charset, text) => {
    expect(decodeText(encode(text, charset), { charset })).toBe(text);
    expect(decodeText(encode(text, charset), { charset: ` ${charset.toUpperCase()} ` })).toBe(text);
  });

  it.each(LEGACY.filter(([charset]) => !charset.startsWith('utf-16')))(
    'reads %s as the markup names it',
    (charset, text) => {
      const short = page(`<meta charset=${charset}>`, text);
      const long = page(
        `<META http-equiv='Content-Type' content='text/html; charset=${charset}'>`,
        text,
      );
      const xml = `<?xml version="1.0" encoding="${charset}"?><html><body>${text}</body></html>`;
      for (const markup of [short, long, xml]) {
        expect(decodeText(encode(markup, charset), { mediaType: 'text/html' })).toBe(markup);
        expect(decodeText(encode(markup, charset), {})).toBe(markup);
      }
    },
  );

  it('reads ISO-2022-JP with and without its name', () => {
    const body = Buffer.from('\x1b$BF|K\\\x1b(B.', 'latin1');
    expect(decodeText(body, { charset: 'iso-2022-jp' })).toBe('日本.');
    expect(decodeText(body, {})).toBe('日本.');
  });

  it('believes a byte order mark before the header, and drops it', () => {
    const utf8 = Buffer.from(`\ufeff${UMLAUTS}`);
    expect(decodeText(utf8, { charset: 'windows-1251' })).toBe(UMLAUTS);
    const little = Buffer.from(`\ufeff${UMLAUTS}`, 'utf16le');
    expect(decodeText(little, { charset: 'utf-8' })).toBe(UMLAUTS);
    expect(decodeText(Buffer.from(little).swap16(), {})).toBe(UMLAUTS);
  });

  it('believes the header before the markup', () => {
    const markup = page('<meta charset="windows-1252">', RUSSIAN);
    const body = encode(markup, 'windows-1251');
    expect(decodeText(body, { charset: 'windows-1251', mediaType: 'text/html' })).toBe(markup);
  });

  it('takes no charset from a comment, from prose or from a meta tag about something else', () => {
    const other = page(
      '<!-- <meta charset="koi8-r"> --><meta name="description" content="how charset=koi8-r works">',
      UMLAUTS,
    );
    expect(decodeText(Buffer.from(other), {})).toBe(other);
    expect(decodeText(encode(other, 'windows-1252'), {})).toBe(other);
    const prose = `Write <meta charset="koi8-r"> first. ${UMLAUTS}`;
    expect(decodeText(encode(prose, 'windows-1252'), { mediaType: 'text/plain' })).toBe(prose);
  });

  it('takes UTF-16 in a meta tag for UTF-8, which is what such bytes can be', () => {
    const markup = page('<meta charset="utf-16le">', UMLAUTS);
    expect(decodeText(Buffer.from(markup), {})).toBe(markup);
  });
});

describe('a wrong or missing charset', () => {
  it('reads valid UTF-8 that is labelled with a legacy charset as UTF-8', () => {
    for (const charset of ['iso-8859-1', 'windows-1251', 'us-ascii', 'gbk']) {
      expect(decodeText(Buffer.from(`${UMLAUTS} ${RUSSIAN}`), { charset })).toBe(
        `${UMLAUTS} ${RUSSIAN}`,
      );
    }
  });

  it("takes the markup's word when the header says UTF-8 and the bytes are something else", () => {
    const markup = page('<meta charset="windows-1251">', RUSSIAN);
    expect(decodeText(encode(markup, 'windows-1251'), { charset: 'utf-8' })).toBe(markup);
  });

  it('guesses when header and markup say UTF-8 and the bytes are something else', () => {
    const markup = page('<meta charset="utf-8">', UMLAUTS);
    expect(decodeText(encode(markup, 'windows-1252'), { charset: 'utf-8' })).toBe(markup);
  });

  it('stays with UTF-8 when a byte of much is broken, whatever the markup says', () => {
    const markup = page('<meta charset="iso-8859-1">', RUSSIAN);
    const body = Buffer.concat([Buffer.from(markup), Buffer.from([0xff])]);
    expect(decodeText(body, { charset: 'utf-8' })).toBe(`${markup}\ufffd`);
    expect(decodeText(body.subarray(0, -2), {})).toContain(RUSSIAN);
  });

  it('reads UTF-8 that breaks off within a letter as UTF-8', () => {
    expect(decodeText(Buffer.from('über').subarray(0, 1), {})).toBe('\ufffd');
    expect(decodeText(Buffer.from(`${UMLAUTS}ß`).subarray(0, -1), {})).toBe(`${UMLAUTS}\ufffd`);
  });

  it('reads UTF-8 and windows-1252 without any label', () => {
    expect(decodeText(Buffer.from(UMLAUTS), {})).toBe(UMLAUTS);
    expect(decodeText(encode(UMLAUTS, 'windows-1252'), {})).toBe(UMLAUTS);
    expect(decodeText(encode('“Déjà vu”', 'windows-1252'), { charset: 'no-such' })).toBe(
      '“Déjà vu”',
    );
  });

  it.each([
    ['ru', 'windows-1251', RUSSIAN],
    ['ru', 'koi8-r', RUSSIAN],
    ['ja', 'shift_jis', JAPANESE],
    ['ja-JP', 'euc-jp', JAPANESE],
    ['zh', 'gbk', CHINESE],
    ['zh-TW', 'big5', TRADITIONAL],
    ['ko', 'euc-kr', KOREAN],
    ['pl', 'windows-1250', 'Żółta łódź płynęła'],
    ['tr', 'windows-1254', 'Şehir ışığı ve gölge'],
    ['uk', 'koi8-u', 'Міський голова оголосив про її закриття'],
  ])('guesses by the language of a page in %s: %s', (language, charset, text) => {
    const markup = `<html lang="${language}"><body><p>${text}</p></body></html>`;
    expect(decodeText(encode(markup, charset), {})).toBe(markup);
  });

  it('sees Cyrillic in plain text without any label', () => {
    expect(decodeText(encode(RUSSIAN, 'windows-1251'), {})).toBe(RUSSIAN);
    expect(decodeText(encode(RUSSIAN, 'koi8-r'), { mediaType: 'text/plain' })).toBe(RUSSIAN);
  });

  it('believes a header that says UTF-16 unless the bytes are plainly narrower', () => {
    const wide = Buffer.from(CHINESE.repeat(500), 'utf16le');
    expect(decodeText(wide, { charset: 'utf-16' })).toBe(CHINESE.repeat(500));
    expect(decodeText(Buffer.from(UMLAUTS), { charset: 'utf-16' })).toBe(UMLAUTS);
  });

  it('sees UTF-16 that has lost its mark', () => {
    const markup = page('', UMLAUTS);
    const little = Buffer.from(markup, 'utf16le');
    expect(decodeText(little, {})).toBe(markup);
    expect(decodeText(Buffer.from(little).swap16(), {})).toBe(markup);
  });
});

describe('broken text', () => {
  it('has no NULs and no lone surrogates', () => {
    expect(decodeText(Buffer.from('a\0b'), {})).toBe('ab');
    const lone = Buffer.from('fe ff d8 00 00 41'.replaceAll(' ', ''), 'hex');
    expect(decodeText(lone, {})).toBe('\ufffdA');
    expect(decodeText(Buffer.from([0xed, 0xa0, 0x80, 0x41]), { charset: 'utf-8' })).toMatch(/A$/u);
  });

  it('gives well-formed text for any bytes and any label, and never throws', () => {
    const label = fc.oneof(
      fc.constantFrom('utf-8', 'utf-16le', 'big5', 'euc-kr', 'replacement', 'utf-7', '', '\0'),
      fc.string(),
    );
    const mediaType = fc.option(fc.constantFrom('text/html', 'text/plain', 'application/json'), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), label, mediaType, (body, charset, type) => {
        const text = decodeText(body, {
          charset,
          ...(type === undefined ? {} : { mediaType: type }),
        });
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\0');
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('reads hostile megabytes in time that grows with their size alone', () => {
    const unclosed = Buffer.from('<!--<meta <?xml '.repeat(300_000));
    expect(decodeText(unclosed, {}).length).toBe(unclosed.length);
    expect(decodeText(Buffer.alloc(5_000_000, 0xe9), {}).length).toBe(5_000_000);
  });
});

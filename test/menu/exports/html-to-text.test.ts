import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToText } from '../../../functions/menu-import/menu/exports/html-to-text.ts';

test.each([
  ['plain text, 3 < 5 & "quoted"', 'plain text, 3 < 5 & "quoted"'],
  ['two\nlines', 'two\nlines'],
  ['<p>one</p>\n<p>two</p>', 'one\ntwo'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<ul>\n  <li>rice</li>\n  <li>egg</li>\n</ul>', 'rice\negg'],
  ['<b>bold</b> and <span style="color:red">red</span>', 'bold and red'],
  ['Fish &amp; chips &#8211; &#x20AC;5&nbsp;only &hellip;', 'Fish & chips – €5 only …'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['<script>alert("<p>")</script>Nasi<style>p{}</style>', 'Nasi'],
  ['<SCRIPT src=x>never closed', ''],
  ['before <!-- a <b>comment</b> --> after', 'before after'],
  ['before <!-- never closed <p>', 'before'],
  ['I <3 rice <b>very</b> much', 'I <3 rice very much'],
  ['<p>half a tag <b', 'half a tag <b'],
  ['<img src="x" onerror="alert(1)">Soup', 'Soup'],
  ['&bogus; &#0; &#x110000; <br>', '&bogus; &#0; &#x110000;'],
  ['<p></p>', ''],
])('%j is read as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('no input makes it fail or work long, whatever it opens and never closes', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<script',
    '</script',
    '<p>',
    '&',
    '&#',
    ';',
    'a',
    ' ',
    '\n',
    '"',
    '\u0000',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const html = parts.join('');
      expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['<', '<!--', '<script>', '</script', '<script></script', '&#', '<a '])('32,767 characters of %j are read at once', (piece) => {
  const html = `<p>${piece.repeat(40_000)}`.slice(0, 32_767);
  expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saxesEvents, tokenizerEvents, type XmlReading } from '../support/saxes-reader/xml-events.ts';

/** Everything that a chunk may end in the middle of. */
const everything = [
  '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  '<!-- a -- -like comment, é 面 -->'.replace('-- -', '- '),
  '<x:sst xmlns:x="urn:x" count=\'2\' note="a &gt; b &#xe9;&#127836;\r\n\tc" >',
  '<si><t xml:space="preserve"> a &amp;&lt;&#65;&#x1F35C; é 面 🍜\r\nb\rc ]] ]&gt; </t></si>',
  '<si><t><![CDATA[ <raw> & ]] > é 🍜 \r\n]]]]></t><t/><?app data?><v ></v ></si>',
  '<row\n r="1"\n spans = "1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>A1&gt;2</f><v>12.5</v></c></row>',
  '</x:sst >\n<!-- the end -->\n',
].join('');

const bytes = Buffer.from(everything);

describe('the tokenizer says what saxes says', () => {
  const whole = saxesEvents(everything);

  test('of everything that a part may hold', () => {
    expect(whole.refused).toBeUndefined();
    expect(tokenizerEvents([bytes])).toEqual(whole);
  });

  test('wherever the chunks are cut in two', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect({ cut, ...tokenizerEvents([bytes.subarray(0, cut), bytes.subarray(cut)]) }).toEqual({ cut, ...whole });
    }
  });

  test.each([1, 2, 3, 5, 7, 64])('in chunks of %i bytes', (size) => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
    expect(tokenizerEvents(chunks)).toEqual(whole);
  });

  test('of parts made of any pieces, whether they are well-formed or not, wherever they are cut', () => {
    const tags = [
      '<a>',
      '</a>',
      '<b>',
      '</b>',
      '<b/>',
      '<n:a xmlns:n="u">',
      '</n:a>',
      '<c r="A1"',
      " s='2'",
      '>',
      '/>',
      ' t="s"',
      '<',
      '</',
    ];
    const badTags = [
      '<1>',
      '<a b>',
      '<a b=c>',
      '<a b="<">',
      '<a b="1" b="2">',
      '<a b="1"c="2">',
      '<a b="\uFFFF">',
      '<a b="Ａ\u0001">',
      '<x\uFFFE/>',
      '=',
      '"',
      "'",
    ];
    const references = ['&amp;', '&lt;', '&#65;', '&#x41;', '&#0;', '&#xD800;', '&#x110000;', '&bad;', '&', ';', '&#'];
    const markup = [']]>', ']', ']]', '<![CDATA[', '<!--', '-->', '--', '-', '<?pi', '?>', '<?xml version="1.0"?>', '<!', '<!E'];
    const texts = [' ', '\n', '\r', '\t', 'text', '12.5', 'é', '面', '🍜', '\u0007', '\uFFFE', '1', ':'];
    const pieces = [...tags, ...badTags, ...references, ...markup, ...texts];
    const part = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => `<root>${words.join('')}</root>`);
    fc.assert(
      fc.property(part, fc.nat(), (text, at) => {
        const expected = saxesEvents(text);
        const content = Buffer.from(text);
        const cut = at % (content.length + 1);
        const found = tokenizerEvents([content.subarray(0, cut), content.subarray(cut)]);
        const told = ({ events, refused }: XmlReading) => (refused === undefined ? events : 'refused');
        expect([text, told(found)]).toEqual([text, told(expected)]);
      }),
      { numRuns: 20_000, seed: 20_261_125 },
    );
  });
});

import { expect, test } from 'vitest';
import { cleanMessage } from '../../functions/menu-import/klikit/clean-message.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';

const clean = (message: string) => cleanMessage(message, new Credentials('partner-key', 'secret-key'));

test.each([
  ['a control character', 'bad\u0007 price\u0000', 'bad price'],
  ['line breaks', ' bad\r\n\tprice\u2028now ', 'bad price now'],
  ['a change of direction', 'bad \u202Eecirp\u202C', 'bad ecirp'],
  ['a credential', 'partner-key and secret-key are wrong', '[credentials] and [credentials] are wrong'],
  ['half an emoji', 'bad \uD83D price', 'bad \uFFFD price'],
])('a message with %s is one clean line', (_, message, expected) => {
  expect(clean(message)).toBe(expected);
});

test('a message of 300 characters stays, a longer one is cut', () => {
  expect(clean('x'.repeat(300))).toBe('x'.repeat(300));
  expect(clean('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
});

test('a message is not cut through an emoji', () => {
  expect(clean(`${'x'.repeat(298)}😀😀`)).toBe(`${'x'.repeat(298)}…`);
});

test('a credential at the cut is gone before it is cut', () => {
  expect(clean(`${'x'.repeat(295)}secret-key`)).not.toContain('secr');
});

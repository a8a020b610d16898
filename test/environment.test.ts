import { describe, expect, test } from 'vitest';
import { EnvironmentInvalid, parseEnvironment } from '../functions/menu-import/environment.ts';

const least = { UPLOADS_BUCKET: 'uploads', RESULTS_BUCKET: 'results', KLIKIT_API_URL: 'https://gateway-enterprise.klikit.io' };

describe('the settings', () => {
  test('have defaults for all but the buckets and klikit', () => {
    expect(parseEnvironment(least)).toMatchObject({
      DEFAULT_LANGUAGE: 'en',
      DEFAULT_VAT_PERCENT: 0,
      DEFAULT_VISIBLE_ON: '1',
      KLIKIT_SKU_FIELD: 'skuID',
      MAX_PAUSE_SECONDS: 900,
      STACK_NAME: 'local',
    });
  });

  test('take single limits of reading, and leave the others', () => {
    expect(parseEnvironment({ ...least, READ_LIMITS: '{"maxRows":5}' }).READ_LIMITS).toMatchObject({
      maxRows: 5,
      maxColumns: 256,
      maxSeconds: 20,
    });
  });

  test('never assume a currency', () => {
    expect(parseEnvironment(least)).not.toHaveProperty('DEFAULT_CURRENCY');
  });

  test.each([
    ['UPLOADS_BUCKET', undefined],
    ['RESULTS_BUCKET', ''],
    ['KLIKIT_API_URL', 'http://gateway-enterprise.klikit.io'],
    ['KLIKIT_API_URL', 'ftp://127.0.0.1'],
    ['DEFAULT_CURRENCY', 'rupiah'],
    ['DEFAULT_VISIBLE_ON', 'klikit'],
    ['MAX_CONCURRENCY', '33'],
    ['READ_LIMITS', '{maxRows: 5}'],
    ['READ_LIMITS', '{"maxRow":5}'],
    ['READ_LIMITS', '{"maxRows":-5}'],
    ['KLIKIT_SKU_FIELD', '__proto__ "'],
  ])('that are wrong in %s (%s) are refused by name, without the value', (name, value) => {
    const parse = () => parseEnvironment({ ...least, [name]: value });
    expect(parse).toThrow(EnvironmentInvalid);
    expect(parse).toThrow(name);
    expect(parse).not.toThrow(value || 'never said');
  });

  test('allow klikit on this very machine without TLS', () => {
    expect(parseEnvironment({ ...least, KLIKIT_API_URL: 'http://127.0.0.1:4568' }).KLIKIT_API_URL).toBe('http://127.0.0.1:4568');
  });
});

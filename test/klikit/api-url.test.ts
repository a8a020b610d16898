import { expect, test } from 'vitest';
import { apiBase } from '../../functions/menu-import/klikit/api-url.ts';

test.each([
  'https://gateway-enterprise.klikit.io',
  'https://gateway-enterprise.klikit.io/',
  'https://gateway-enterprise.klikit.io/v1/partner',
  'https://gateway-enterprise.klikit.io/v1/partner//',
])('%s is a klikit API', (url) => {
  expect(apiBase(url).href).toBe('https://gateway-enterprise.klikit.io/v1/partner/');
});

test.each(['http://127.0.0.1:4010', 'http://localhost:4010/v1/partner', 'http://[::1]:4010'])('%s is one on this machine', (url) => {
  expect(new URL('menus/items', apiBase(url)).href).toBe(`${new URL(url).origin}/v1/partner/menus/items`);
});

test.each(['http://gateway-enterprise.klikit.io', 'http://127.0.0.1.example.org', 'ftp://127.0.0.1'])(
  '%s would carry credentials in the clear',
  (url) => {
    expect(() => apiBase(url)).toThrow('only called over https');
  },
);

test.each(['https://gateway-enterprise.klikit.io/v2', 'https://gateway-enterprise.klikit.io/v1/partner/menus'])(
  '%s is neither origin nor base',
  (url) => {
    expect(() => apiBase(url)).toThrow('/v1/partner');
  },
);

import { describe, expect, test } from 'vitest';
import type { Fault, SandboxOptions } from '../infra/local/sandbox/sandbox-options.ts';
import { startSandboxedStack } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';

/** Imports two dishes; the faults hit the first one's create. */
async function importWith(faults: Fault[], klikit: Partial<SandboxOptions> = {}) {
  const stack = await startSandboxedStack(klikit);
  for (const fault of faults) stack.sandbox.inject({ match: ({ body }) => JSON.stringify(body).includes('Ramen'), ...fault });
  const bytes = await menuWorkbook({
    Menu: [
      ['Title', 'Price'],
      ['Ramen', 60_000],
      ['Udon', 55_000],
    ],
  });
  const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
  const made = stack.sandbox.state().entries.filter(({ title }) => title['en'] === 'Ramen').length;
  const sent = stack.sandbox.calls().filter(({ body }) => body.includes('Ramen'));
  return { report, ramen: report.rows[0], udon: report.rows[1], made, sent, stack, bytes };
}

const status = (code: number, errorCode: string, more: Partial<Fault> = {}): Fault => ({
  kind: 'status',
  status: code,
  code: errorCode,
  ...more,
});

describe('a row that klikit answers', () => {
  test.each([
    ['400', status(400, 'request_invalid')],
    ['400 in the words of the concept pages', status(400, 'REQUEST_INVALID')],
    ['404', status(404, 'resource_not_found')],
    ['409 because of its state', status(409, 'state_invalid_transition')],
    ['422', status(422, 'INVALID_TRANSITION')],
    ['418 with a code that nobody knows', status(418, 'teapot')],
    ['400 with a web page', { kind: 'html', status: 400 } satisfies Fault],
  ])('with %s failed, and the next row goes on', async (_, fault) => {
    const { ramen, udon, made, sent, report } = await importWith([fault]);
    expect(ramen).toMatchObject({ status: 'failed', issues: [{ code: 'klikit_refused' }] });
    expect(ramen?.requestIds).toHaveLength(fault.kind === 'html' ? 0 : 1);
    expect(udon?.status).toBe('created');
    expect(made).toBe(0);
    expect(sent).toHaveLength(1);
    expect(report.import.outcome).toBe('completed_with_issues');
  });

  test.each([
    ['429 with seconds', status(429, 'rate_limit_exceeded', { retryAfter: '1' })],
    ['429 with a date', status(429, 'RATE_LIMITED', { retryAfter: new Date(Date.now() + 1_000).toUTCString() })],
    ['429 with nonsense', status(429, 'rate_limit_exceeded', { retryAfter: 'soon' })],
    ['429 without a code', { kind: 'html', status: 429 } satisfies Fault],
    ['500', status(500, 'INTERNAL')],
    ['502', status(502, 'downstream_unavailable')],
    ['503 with a web page', { kind: 'html', status: 503 } satisfies Fault],
    ['a connection that ends', { kind: 'drop_before' } satisfies Fault],
    ['nothing, after it was done', { kind: 'drop_after' } satisfies Fault],
    ['half an answer', { kind: 'truncate_after' } satisfies Fault],
    ['200 and no body', { kind: 'empty_after' } satisfies Fault],
    ['too late', { kind: 'slow', delayMs: 1_500 } satisfies Fault],
    ['a redirect', { kind: 'redirect' } satisfies Fault],
  ])('with %s once is created once, with the same key and the same bytes', async (_, fault) => {
    const { ramen, made, sent } = await importWith([fault]);
    expect(ramen?.status).toBe('created');
    expect(made).toBe(1);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ idempotencyKey, body }) => `${idempotencyKey} ${body}`)).size).toBe(1);
  });

  test('keeps the request id of every answer, in order, the failed ones too', async () => {
    const { ramen, sent } = await importWith([status(500, 'INTERNAL'), status(502, 'DOWNSTREAM_UNAVAILABLE')]);
    expect(ramen?.requestIds).toEqual(sent.map(({ requestId }) => requestId));
    expect(ramen?.requestIds).toHaveLength(3);
  });

  test('with 409 because of its key is unknown, loud, and never sent again', async () => {
    const { ramen, sent, stack, bytes } = await importWith([status(409, 'state_idempotency_conflict')]);
    expect(ramen).toMatchObject({ status: 'unknown', issues: [{ code: 'klikit_idempotency_conflict' }] });
    expect(sent).toHaveLength(1);
    const again = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(again.rows).toMatchObject([{ status: 'unknown', issues: [{ code: 'klikit_unknown' }] }, { status: 'unchanged' }]);
    expect(stack.sandbox.calls().filter(({ body }) => body.includes('Ramen'))).toHaveLength(1);
  });

  test('with 500 for ever is unknown after five attempts', async () => {
    const { ramen, sent, made } = await importWith([status(500, 'INTERNAL', { times: 99 })]);
    expect(ramen).toMatchObject({ status: 'unknown', issues: [{ code: 'klikit_unknown' }] });
    expect(ramen?.requestIds).toHaveLength(5);
    expect(sent).toHaveLength(5);
    expect(made).toBe(0);
  });

  test('with 500 and then 400 is unknown, because doubt is sticky', async () => {
    const { ramen, sent } = await importWith([status(500, 'INTERNAL'), status(400, 'request_invalid')]);
    expect(ramen?.status).toBe('unknown');
    expect(sent).toHaveLength(2);
  });

  test('with 429 for ever is not attempted, and the import says that it stopped', async () => {
    const { ramen, report, made } = await importWith([status(429, 'rate_limit_exceeded', { retryAfter: '1', times: 99 })]);
    expect(ramen).toMatchObject({ status: 'not_attempted', notAttemptedBecause: 'klikit_rate_limited' });
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_rate_limited' });
    expect(made).toBe(0);
  });

  test('with 403 stops the import', async () => {
    const { ramen, report } = await importWith([status(403, 'auth_forbidden')]);
    expect(ramen).toMatchObject({ status: 'not_attempted', notAttemptedBecause: 'klikit_access_forbidden' });
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_access_forbidden' });
  });

  test('in either vocabulary and with 200 or 201 is created', async () => {
    const { report } = await importWith([], { errorVocabulary: 'concept', createStatus: 200 });
    expect(report.import.outcome).toBe('completed');
  });

  test('under a cap is created all the same, once, after the pauses that klikit asks for', async () => {
    const stack = await startSandboxedStack({ rate: { perSecond: 5, window: 'fixed', headers: true, retryAfter: 'seconds' } });
    const dishes = Array.from({ length: 14 }, (_, position) => [`Dish ${position}`, 10_000]);
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Menu: [['Title', 'Price'], ...dishes] }));
    expect(report.summary).toMatchObject({ created: 14, unknown: 0 });
    expect(stack.sandbox.state().entries).toHaveLength(14);
  });
});

describe('credentials that klikit rejects', () => {
  test('stop the import after the pauses that are allowed, and nothing was attempted', async () => {
    const stack = await startSandboxedStack();
    stack.sandbox.rotate({ 'partner-of-tests': 'rotated' });
    const report = await stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Title', 'Price'],
          ['Ramen', 60_000],
        ],
      }),
    );
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(report.rows).toMatchObject([{ status: 'not_attempted', issues: [{ code: 'klikit_credentials_rejected' }] }]);
  });
});

describe('a klikit that is not there', () => {
  test('leaves every row not attempted', async () => {
    const stack = await startSandboxedStack();
    await stack.sandbox.close();
    const report = await stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Title', 'Price'],
          ['Ramen', 60_000],
        ],
      }),
    );
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    expect(report.rows).toMatchObject([{ status: 'not_attempted', notAttemptedBecause: 'klikit_unreachable' }]);
  });
});

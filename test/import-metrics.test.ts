import { expect, test } from 'vitest';
import { metricsAmong } from './support/embedded-metrics.ts';
import { testCredentials } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { startServers } from './support/start-servers.ts';

const dishes = ['Ramen', 'Udon', 'Soba'];

test('an import tells its metrics what klikit refused and what it left unknown, once, however often its event comes', async () => {
  const { sandbox, startProcess, upload } = await startServers({
    settings: { STACK_NAME: 'Kitchen', IN_DOUBT: 'report', MAX_CONCURRENCY: '1', MAX_PAUSE_SECONDS: '10' },
  });
  const dish = (title: string) => ({ match: ({ body }: { body: unknown }) => JSON.stringify(body).includes(title) });
  sandbox.inject({ kind: 'status', status: 401, ...dish('Ramen') });
  sandbox.inject({ kind: 'drop_after', ...dish('Udon') });
  sandbox.inject({ kind: 'status', status: 429, retryAfter: '0', ...dish('Soba') });
  const log: string[] = [];
  const handler = startProcess({ writeLog: (line) => log.push(line) });
  const event = await upload(
    'uploads/demo/menu.xlsx',
    await menuWorkbook({ Menu: [['Title', 'Price'], ...dishes.map((title) => [title, 1])] }),
  );

  await handler(event);
  const said = log.join('\n');
  expect(metricsAmong(log.splice(0))).toEqual([
    {
      stack: 'Kitchen',
      dimensions: [['stack']],
      values: expect.objectContaining({ ImportsWithIssues: 1, RowsCreated: 2, RowsOrLinksUnknown: 1, RowsFailed: 0 }),
    },
    { stack: 'Kitchen', merchant: 'demo', dimensions: [['stack'], ['stack', 'merchant']], values: { ImportsInTrouble: 1 } },
    { stack: 'Kitchen', dimensions: [['stack']], values: { KlikitCalls: 5, KlikitThrottled: 1, KlikitCredentialsRefused: 1 } },
  ]);

  await handler(event);
  expect(metricsAmong(log).map(({ values }) => values)).toEqual([{ KlikitCalls: 0, KlikitThrottled: 0, KlikitCredentialsRefused: 0 }]);
  for (const kept of [...dishes, testCredentials.secretKey]) expect(said).not.toContain(kept);
});

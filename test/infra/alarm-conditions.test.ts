import { describe, expect, test } from 'vitest';
import { parseEnvironment } from '../../functions/menu-import/environment.ts';
import { createHandler } from '../../functions/menu-import/handler.ts';
import { metricNamespace } from '../../functions/menu-import/metrics/metric-names.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { parseSweepEnvironment } from '../../functions/upload-sweep/environment.ts';
import { createSweep } from '../../functions/upload-sweep/handler.ts';
import { alarmSchema } from '../support/alarms/alarm-schema.ts';
import { evaluateExpression } from '../support/alarms/evaluate-expression.ts';
import { goesOff } from '../support/alarms/goes-off.ts';
import { metricsAmong } from '../support/embedded-metrics.ts';
import { startServers } from '../support/start-servers.ts';
import { startLambdaServer } from '../sweep/lambda-server.ts';
import { synthesize, theOne } from './synthesize.ts';

const template = synthesize();
const ours = Object.values(template.findResources('AWS::CloudWatch::Alarm'))
  .filter(({ Properties }) => JSON.stringify(Properties).includes(`"Namespace":"${metricNamespace}"`))
  .map(({ Properties }) => alarmSchema.parse(Properties));

/** By which name a function that is deployed tells of itself. */
const stackNameOf = (id: string): string => theOne(template, 'AWS::Lambda::Function', id).properties.Environment.Variables.STACK_NAME;

/** The alarms that go off while so many logs are written, one in each of their periods. */
function alarmsIn(...logs: string[][]): string[] {
  const periods = logs.map(metricsAmong);
  return ours.filter((alarm) => goesOff(alarm, periods)).map(({ AlarmName }) => AlarmName.replace('MenuImport-', ''));
}

/** The deployment on this machine: klikit, the import, and the sweep, whose lines lie in `log` until they are taken. */
async function startDeployment() {
  const servers = await startServers({ merchants: ['a', 'b', 'c', 'd'] });
  const { environment, s3, secrets } = servers;
  const lambda = await startLambdaServer();
  const at = (endpoint: string) => ({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'function', secretAccessKey: 'test' } });
  const log: string[] = [];
  const writeLog = (line: string) => void log.push(line);

  let sweptAfterMs = 0;
  const sweep = createSweep(
    parseSweepEnvironment({ ...environment, IMPORT_FUNCTION_ARN: 'arn:of:live', STACK_NAME: stackNameOf('Sweep') }),
    { s3: at(s3.url), lambda: at(lambda.url), now: () => new Date(Date.now() + sweptAfterMs), writeLog },
  );
  const upload = (key: string, ...lines: string[]) => servers.upload(`uploads/${key}`, new TextEncoder().encode(lines.join('\n')));

  return {
    sandbox: servers.sandbox,
    upload,
    /** A menu is uploaded and imported by a process of its own, which has heard nothing of klikit yet. */
    importMenu: async (key: string, ...lines: string[]): Promise<void> => {
      const settings = parseEnvironment({ ...environment, STACK_NAME: stackNameOf('MenuImport') });
      const importer = createHandler(settings, {
        s3: at(s3.url),
        secretsManager: at(secrets.url),
        writeLog,
        // In the thread of the test: a few rows need none of their own.
        readWorkbook: (bytes) => readWorkbook(bytes),
        readPageAssets: async () => ({ script: '', style: '' }),
      });
      await importer(await upload(key, ...lines));
    },
    /** What goes off in the quarters of an hour that end with these runs of the sweep; what was written before is in the first. */
    heard: async (...sweptAfterMinutes: number[]): Promise<string[]> => {
      const logs: string[][] = [];
      for (const minutes of sweptAfterMinutes) {
        sweptAfterMs = minutes * 60_000;
        await sweep();
        logs.push(log.splice(0));
      }
      return alarmsIn(...logs);
    },
  };
}

const header = 'Title,Price';
const ramen = [header, 'Ramen,10000'];

describe('what goes off, and what does not', () => {
  test('when imports end well, are refused, stop, or leave something unknown, and when an upload is not answered', async () => {
    const { sandbox, upload, importMenu, heard } = await startDeployment();
    await importMenu('a/good.csv', ...ramen);
    expect(await heard(61, 76)).toEqual([]);

    await importMenu('a/letter.csv', 'Dear kitchen');
    expect(await heard(61, 76)).toEqual(['ImportRefused']);

    await importMenu('nobody/menu.csv', ...ramen);
    expect(await heard(61, 76)).toEqual(['ImportRefused']);

    sandbox.inject({ kind: 'status', status: 409 });
    await importMenu('a/unanswered.csv', header, 'Udon,1');
    expect(await heard(61, 76)).toEqual(['RowsUnknown']);

    // An hour is longer than the pauses that are allowed.
    sandbox.inject({ kind: 'status', status: 429, retryAfter: '3600' });
    await importMenu('a/too-many.csv', header, 'Soba,1');
    expect(await heard(61, 76)).toEqual(['ImportStopped']);

    sandbox.inject({ kind: 'status', status: 403 });
    await importMenu('a/forbidden.csv', header, 'Gyoza,1');
    expect(await heard(61, 76)).toEqual(['ImportStopped', 'CredentialsRefused']);

    await upload('a/lost.csv', ...ramen);
    expect(await heard(46, 61)).toEqual([]);
    expect(await heard(61, 76)).toEqual(['UploadUnanswered']);
  });

  test('when klikit refuses a fifth of the calls as too many', async () => {
    const { sandbox, importMenu, heard } = await startDeployment();
    const dishes = Array.from({ length: 40 }, (_, number) => `Dish ${number},1`);
    // The first ten calls fly together, and are waited out together.
    for (const merchant of ['a', 'b', 'c', 'd']) {
      sandbox.inject({ kind: 'status', status: 429, retryAfter: '0', times: 10 });
      await importMenu(`${merchant}/menu.csv`, header, ...dishes);
    }
    expect(sandbox.calls()).toHaveLength(200);
    expect(await heard(0)).toEqual(['KlikitThrottles']);
  });

  test('when nothing is heard: an alarm for the sweep, after half an hour', () => {
    expect(alarmsIn([])).toEqual([]);
    expect(alarmsIn([], [])).toEqual(['UploadUnanswered']);
  });
});

test('every alarm on a metric of ours is among them', () => {
  expect(ours.map(({ AlarmName }) => AlarmName.replace('MenuImport-', ''))).toEqual([
    'UploadUnanswered',
    'ImportStopped',
    'ImportRefused',
    'RowsUnknown',
    'CredentialsRefused',
    'KlikitThrottles',
  ]);
});

test('an expression means what CloudWatch takes it for, and one that is not understood is no alarm that stays silent', () => {
  expect(evaluateExpression('IF(a >= 10, 2 + 100 * b / a, 0)', { a: 10, b: 3 })).toBe(32);
  expect(evaluateExpression('IF(a >= 10, 1, 8 - 2 - 1)', { a: 9 })).toBe(5);
  for (const unknown of ['SUM(METRICS())', 'a ^ 2', 'a b', 'IF(a, 1)', 'c + 1', '']) {
    expect(() => evaluateExpression(unknown, { a: 1, b: 1 })).toThrow('cannot read');
  }
});

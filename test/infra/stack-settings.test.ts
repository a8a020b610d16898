import { describe, expect, test } from 'vitest';
import { parseStackSettings, StackSettingsInvalid } from '../../infra/stack-settings.ts';
import { usualContext } from './synthesize.ts';

const parse = (context: Record<string, unknown>) => parseStackSettings((name) => ({ ...usualContext, ...context })[name]);
const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`merchant-${index}`, {}]));
const at = (cron: unknown, timeZone: unknown) => ({ demo: { reimport: { cron, timeZone } } });

describe('the settings of a deployment', () => {
  test('are JSON in cdk.json, or text on the command line', () => {
    const { merchants, functionSettings } = parse({});
    const asText = parse({ merchants: JSON.stringify(merchants), functionSettings: '{"DEFAULT_CURRENCY":"IDR","MAX_CONCURRENCY":16}' });
    expect(asText).toEqual(parse({}));
    expect(functionSettings).toEqual({ DEFAULT_CURRENCY: 'IDR', MAX_CONCURRENCY: '16' });
  });

  test('name merchants without settings by commas, too', () => {
    expect(parse({ merchants: 'demo, warung-hoshi' }).merchants).toEqual({ demo: {}, 'warung-hoshi': {} });
    expect(parse({ merchants: '1001' }).merchants).toEqual({ 1001: {} });
  });

  test.each(['0 3 * * ? *', '30 2 ? * MON-FRI *', '0/90 * * * ? *', '0 3 ? * 2#1 *', '0 3 L * ? *'])('take the schedule %s', (cron) => {
    expect(parse({ merchants: at(cron, 'Europe/Berlin') }).merchants['demo']).toEqual({ reimport: { cron, timeZone: 'Europe/Berlin' } });
  });

  test.each([
    ['merchants', 'Warung Hoshi', 'merchants.Warung Hoshi: small letters, digits and hyphens'],
    ['merchants', 'demo,demo', 'merchants: names, each once'],
    ['merchants', '', 'small letters'],
    ['merchants', {}, 'merchants: at least one merchant'],
    ['merchants', undefined, 'merchants'],
    ['merchants', many, 'at most 200 a stack; deploy a second one, with -c stackName=...'],
    ['merchants', { demo: { schedule: 'nightly' } }, 'merchants.demo: Unrecognized key: "schedule"'],
    ['merchants', at('0 3 * * *', 'Asia/Jakarta'), 'merchants.demo.reimport.cron: six fields as AWS writes them'],
    ['merchants', at('0 3 * * * *', 'Asia/Jakarta'), 'merchants.demo.reimport.cron: six fields as AWS writes them'],
    ['merchants', at('99 3 * * ? *', 'Asia/Jakarta'), 'merchants.demo.reimport.cron: six fields as AWS writes them'],
    ['merchants', at('0 3 * 13 ? *', 'Asia/Jakarta'), 'merchants.demo.reimport.cron: six fields as AWS writes them'],
    ['merchants', at('0 3 * * ? *', 'utc'), 'merchants.demo.reimport.timeZone: a time zone such as Asia/Jakarta'],
    ['merchants', at('0 3 * * ? *', 'Jakarta'), 'merchants.demo.reimport.timeZone: a time zone such as Asia/Jakarta'],
    ['klikitApiUrl', 'http://api.dev.shadowchef.co', 'klikitApiUrl: must be https'],
    ['klikitApiUrl', 'http://127.0.0.1:4568', 'klikitApiUrl: must be https'],
    ['functionSettings', { MAX_CONCURENCY: 16 }, 'functionSettings: Unrecognized key: "MAX_CONCURENCY"'],
    ['functionSettings', { MAX_CONCURRENCY: 64 }, 'functionSettings.MAX_CONCURRENCY'],
    ['functionSettings', { UPLOADS_BUCKET: 'another' }, 'functionSettings: Unrecognized key: "UPLOADS_BUCKET"'],
    ['reservedConcurrency', '0', 'reservedConcurrency: 1 or more'],
    ['reservedConcurrency', 'many', 'reservedConcurrency: a whole number, 1 or more'],
    ['alarmEmail', 'nobody', 'alarmEmail'],
    ['customerManagedKey', 'perhaps', 'customerManagedKey'],
    ['stackName', 'Menu Import', 'stackName: letters, digits and hyphens'],
  ])('with %s = %j are refused in one sentence', (name, value, because) => {
    expect(() => parse({ [name]: value })).toThrow(StackSettingsInvalid);
    expect(() => parse({ [name]: value })).toThrow(because);
  });
});

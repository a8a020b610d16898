import { describe, expect, test } from 'vitest';
import { startServers } from '../support/start-servers.ts';
import { synthesize, theOne } from './synthesize.ts';

const template = synthesize();

interface Widget {
  type: string;
  properties: { title: string; query?: string; alarms?: string[] };
}

/** The widgets, in which what is not known yet stands as `<its logical id>`. */
function widgets(): Widget[] {
  const body = theOne(template, 'AWS::CloudWatch::Dashboard', 'Dashboard').properties.DashboardBody['Fn::Join'][1] as (string | object)[];
  const text = body.map((part) => (typeof part === 'string' ? part : `<${Object.values(part).flat()[0]}>`)).join('');
  return (JSON.parse(text) as { widgets: Widget[] }).widgets;
}

describe('the dashboard', () => {
  test.each(['Is it working?', 'For whom not?', 'How slow?'])('answers: %s', (question) => {
    expect(widgets().map(({ properties }) => properties.title)).toContainEqual(expect.stringContaining(question));
  });

  test('shows every alarm', () => {
    const shown = widgets().flatMap(({ properties }) => properties.alarms ?? []);
    expect(shown.toSorted()).toEqual(
      Object.keys(template.findResources('AWS::CloudWatch::Alarm'))
        .map((id) => `<${id}>`)
        .toSorted(),
    );
  });

  test('has a name of its own in each region, as dashboards share theirs in the account', () => {
    const { DashboardName: name } = theOne(template, 'AWS::CloudWatch::Dashboard', 'Dashboard').properties;
    expect(name).toEqual({ 'Fn::Join': ['', ['MenuImport-', { Ref: 'AWS::Region' }]] });
  });

  test('asks the log of the import for lines and fields that are there', async () => {
    const log: string[] = [];
    const servers = await startServers();
    const importer = servers.startProcess({ writeLog: (line) => void log.push(line) });
    await servers.importWorkbook('uploads/demo/menu.csv', new TextEncoder().encode('Title,Price\nRamen,soon\n'), importer);
    const line = log.map((text): Record<string, unknown> => JSON.parse(text)).find(({ message }) => message === 'import finished') ?? {};

    const [query = ''] = widgets().flatMap(({ properties }) => properties.query ?? []);
    const [source, fields = '', filter] = query.split(/\s*\| /);
    expect(source).toBe(`SOURCE '<${theOne(template, 'AWS::Logs::LogGroup', 'MenuImportLog').id}>'`);
    const asked = fields.replaceAll(/^fields | as \w+/g, '').split(/, | \+ /);
    expect(asked).toHaveLength(8);
    // A reason is there where an import was refused or stopped.
    expect(Object.keys(line)).toEqual(expect.arrayContaining(asked.filter((field) => !['@timestamp', 'reason'].includes(field))));
    expect(filter).toContain(`message = "${String(line['message'])}"`);
    expect(filter).toContain('outcome in ["refused", "stopped"]');
  });
});

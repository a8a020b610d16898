import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MenuImportStack } from '../../infra/menu-import-stack.ts';
import { parseStackSettings } from '../../infra/stack-settings.ts';

export const usualContext: Readonly<Record<string, unknown>> = {
  merchants: { demo: {}, 'warung-hoshi': { reimport: { cron: '0 3 * * ? *', timeZone: 'Asia/Jakarta' } } },
  klikitApiUrl: 'https://api.dev.shadowchef.co',
  functionSettings: { DEFAULT_CURRENCY: 'IDR', MAX_CONCURRENCY: 16 },
};

/** The template of a deployment with these choices. Nothing is bundled, and nothing judged: `app.test.ts` does both. */
export function synthesize(context: Readonly<Record<string, unknown>> = {}): Template {
  const chosen = { ...usualContext, ...context };
  const app = new App({ builtinCloudFormationValidation: false, context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(
    new MenuImportStack(
      app,
      'Test',
      parseStackSettings((name) => chosen[name]),
    ),
  );
}

/** The only resource of the type whose logical id begins so. */
export function theOne(template: Template, type: string, idPrefix: string) {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(idPrefix));
  const [[id, resource] = []] = found;
  if (id === undefined || resource === undefined || found.length > 1) throw new Error(`${found.length} ${type} begin with ${idPrefix}`);
  return { id, resource, properties: resource['Properties'] };
}

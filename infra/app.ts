import { App } from 'aws-cdk-lib';
import { MenuImportStack } from './menu-import-stack.ts';
import { parseStackSettings, StackSettingsInvalid } from './stack-settings.ts';

const app = new App();
try {
  new MenuImportStack(
    app,
    'MenuImport',
    parseStackSettings((name) => app.node.tryGetContext(name)),
  );
  app.synth();
} catch (error) {
  if (!(error instanceof StackSettingsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

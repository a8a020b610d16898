import { checkedApp } from './checked-app.ts';
import { MenuImportStack } from './menu-import-stack.ts';
import { parseStackSettings, StackSettingsInvalid } from './stack-settings.ts';

const app = checkedApp();
try {
  const settings = parseStackSettings((name) => app.node.tryGetContext(name));
  new MenuImportStack(app, settings.stackName, settings);
  app.synth();
} catch (error) {
  if (!(error instanceof StackSettingsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

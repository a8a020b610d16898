import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/**
 * An app that is not synthesized while CloudFormation would refuse something, or these packs find something, unless the part that it is
 * about says why it is nothing (`acknowledge`).
 */
export function checkedApp(props: Pick<AppProps, 'outdir'> = {}): App {
  // Without it, what CloudFormation would refuse is a warning.
  const app = new App({ ...props, postCliContext: { '@aws-cdk/core:validateAgainstDefaultRules': true } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}

import { CfnResource, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, test } from 'vitest';
import { acknowledge } from '../../infra/acknowledge.ts';
import { checkedApp } from '../../infra/checked-app.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const stackIn = async () => {
  const app = checkedApp({ outdir: await temporaryDirectory() });
  return { app, stack: new Stack(app, 'Test') };
};

test('a part that cdk-nag finds fault with is not synthesized', async () => {
  const { app, stack } = await stackIn();
  new Bucket(stack, 'Bucket', { enforceSSL: true });
  expect(() => app.synth()).toThrow('AwsSolutions-S1');
});

test('unless it says why that is nothing', async () => {
  const { app, stack } = await stackIn();
  acknowledge(new Bucket(stack, 'Bucket', { enforceSSL: true }), { 'AwsSolutions-S1': 'Nobody asks who read it.' });
  expect(() => app.synth()).not.toThrow();
});

test('nor is what CloudFormation would refuse', async () => {
  const { app, stack } = await stackIn();
  new CfnResource(stack, 'Function', { type: 'AWS::Lambda::Function', properties: { Runtime: 'nodejs24.x' } });
  expect(() => app.synth()).toThrow("'Code' is a required property");
});

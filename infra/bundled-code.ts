import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

/**
 * What `bundle` writes into a directory, bundled by esbuild on this machine, straight into `cdk.out`. CDK insists on naming an image;
 * it is never pulled.
 */
export function bundledCode(source: string, bundle: (directory: string) => unknown): Code {
  return Code.fromAsset(fileURLToPath(new URL(`../functions/${source}`, import.meta.url)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-pulled'),
      local: {
        tryBundle(directory) {
          bundle(directory);
          return true;
        },
      },
    },
  });
}

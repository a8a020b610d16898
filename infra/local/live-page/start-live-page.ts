import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { s3ObjectStore } from '../../../functions/menu-import/store/s3-object-store.ts';
import { bundleAssets } from '../../bundle-page.ts';
import { localBuckets } from '../deployed-role.ts';
import { type LoopbackServer, serveOnLoopback } from '../serve-on-loopback.ts';
import type { LocalStack } from '../start-local-stack.ts';
import { findRoute } from './find-route.ts';
import { PageRefusal } from './page-refusal.ts';
import { receiveUpload } from './receive-upload.ts';
import { refuseStrangers } from './refuse-strangers.ts';
import { renderLivePage } from './render-live-page.ts';
import { sendReport } from './send-report.ts';
import { streamImports } from './stream-imports.ts';
import { watchStack } from './watch-stack.ts';

const source = new URL('page/', import.meta.url);
const example = new URL('../example/warung-hoshi.xlsx', import.meta.url);

const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Serves the page on which workbooks are dropped and imports are watched. Rejects where the port is taken; 0 takes any free one. */
export async function startLivePage(stack: LocalStack, port: number): Promise<LoopbackServer> {
  const results = s3ObjectStore(stack.owner, localBuckets.results);
  const page = renderLivePage(await bundleAssets(new URL('live-page.ts', source), new URL('live-page.css', source)), stack);
  const { imports, stop } = await watchStack(stack, results);
  const streams = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    refuseStrangers(request);
    const route = findRoute(request.method ?? '', request.url ?? '');
    switch (route.to) {
      case 'page':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': page.policy }).end(page.markup);
        break;
      case 'events':
        streams.add(response);
        response.on('close', () => streams.delete(response));
        streamImports(imports, response);
        break;
      case 'example':
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(await readFile(example));
        break;
      case 'report':
        await sendReport(response, { ...route, uploadedAs: imports.find(route.importId)?.file }, results);
        break;
      case 'upload':
        await receiveUpload(request, route, stack);
        response.writeHead(204).end();
        break;
    }
  };

  const server = await serveOnLoopback((request, response) => {
    for (const [name, value] of Object.entries(everyAnswer)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => sendRefusal(response, error));
  }, port);

  return {
    url: server.url,
    close: async () => {
      // A stream never ends by itself; its reader comes back when there is a server again.
      for (const stream of streams) stream.end();
      await server.close();
      await stop();
    },
  };
}

function sendRefusal(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  // What else can fail is S3 on this machine.
  if (!(error instanceof PageRefusal)) console.error('The page could not answer.', error);
  const refusal = error instanceof PageRefusal ? error : new PageRefusal(500, 'This could not be done. The terminal says why.');
  response.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8', ...refusal.headers }).end(refusal.message);
}

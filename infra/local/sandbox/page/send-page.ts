import type { ServerResponse } from 'node:http';
import type { CallLog } from '../call-log.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { contentPolicy, renderPage } from './render-page.ts';

/** Sends the page that shows the menu. It needs no credentials: only this machine can ask for it. */
export function sendPage(state: SandboxState, log: CallLog, response: ServerResponse): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  response.writeHead(200, headers).end(renderPage(state, log));
}

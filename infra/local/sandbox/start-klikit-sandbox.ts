import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveOnLoopback } from '../serve-on-loopback.ts';
import { createAdmission } from './admit-call.ts';
import { answerCall } from './answer-call.ts';
import { createAnswers } from './answers.ts';
import type { Business } from './business.ts';
import { CallLog, type RecordedCall } from './call-log.ts';
import { FaultQueue, isApplied } from './fault-queue.ts';
import { MenuStore } from './menu-store.ts';
import { sendPage } from './page/send-page.ts';
import { parseJson } from './parse-json.ts';
import { receiveCall, type SandboxCall } from './receive-call.ts';
import { createRequestSchemas } from './request-schemas.ts';
import { sandboxCredentials } from './sandbox-credentials.ts';
import type { Fault, SandboxOptions } from './sandbox-options.ts';
import type { SandboxState } from './sandbox-state.ts';
import { sendAnswer, sendFault } from './send-answer.ts';

export interface KlikitSandbox {
  /** Its origin; a page at `/` shows the menu. */
  url: string;
  /** A copy of everything it holds. */
  state: () => SandboxState;
  /** A copy of every call so far, in the order of arrival. */
  calls: () => RecordedCall[];
  /** Lets something go wrong with the next calls that match. */
  inject: (fault: Fault) => void;
  /** From now on only these are accepted, at once, as after a rotation. */
  rotate: (credentials: Readonly<Record<string, string>>) => void;
  /** Lets calls under way end, and keeps what they changed. Calls that a delay still holds back are dropped without effect. */
  close: () => Promise<void>;
}

const defaultSlowMs = 1_000;

/** Starts a klikit on loopback that follows the published contract, and fails on demand. Rejects where its port is taken, or its state cannot be read. */
export async function startKlikitSandbox(options: SandboxOptions = {}): Promise<KlikitSandbox> {
  const { latencyMs = 0, now = () => new Date() } = options;
  let { credentials = { [sandboxCredentials.partnerKey]: sandboxCredentials.secretKey } } = options;
  const [store, answers] = [await MenuStore.open(options), createAnswers(options)];
  const business: Business = { store, answers, schemas: createRequestSchemas(options), options, now };
  const admit = createAdmission(business, () => credentials);
  const faults = new FaultQueue();
  const log = new CallLog();
  const closing = new AbortController();

  const answer = (call: SandboxCall) => {
    const admission = admit(call);
    if ('refusal' in admission) return admission.refusal;
    return { ...answerCall(call, admission.partnerKey, business), headers: admission.headers };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await receiveCall(request);
    if (call.method === 'GET' && call.path === '/') {
      sendPage(store.snapshot(), log, response);
      return;
    }
    const fault = faults.take({ ...call, body: parseJson(call.text) });
    const record = log.begin(call, now(), fault?.kind);
    const delayMs = latencyMs + (fault?.delayMs ?? (fault?.kind === 'slow' ? defaultSlowMs : 0));
    if (delayMs > 0) await sleep(delayMs, undefined, { signal: closing.signal });
    const answered = fault === undefined || isApplied(fault) ? answer(call) : undefined;
    // Nothing is answered that a killed process would forget.
    await store.persisted();
    if (fault !== undefined) Object.assign(record, sendFault(fault, answered, response, answers));
    else if (answered !== undefined) Object.assign(record, sendAnswer(answered, response));
  };

  const underWay = new Set<Promise<void>>();
  const server = await serveOnLoopback((request, response) => {
    // What is left to fail is a client that went away, a state file that cannot be written, and closing.
    const served = serve(request, response)
      .catch(() => {
        if (response.headersSent || response.destroyed || closing.signal.aborted) response.destroy();
        else sendAnswer(answers.failure('INTERNAL', 'The sandbox could not keep its state.'), response);
      })
      .finally(() => underWay.delete(served));
    underWay.add(served);
  }, options.port);

  return {
    url: server.url,
    state: () => structuredClone(store.snapshot()),
    calls: () => log.all(),
    inject: (fault) => faults.add(fault),
    rotate: (accepted) => {
      credentials = accepted;
    },
    close: async () => {
      await server.close();
      closing.abort();
      await Promise.all(underWay);
      await store.close();
    },
  };
}

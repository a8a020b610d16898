import { createHash } from 'node:crypto';
import { createAdmission } from '../../infra/local/sandbox/admit-call.ts';
import { answerCall } from '../../infra/local/sandbox/answer-call.ts';
import { createAnswers, type SandboxAnswer } from '../../infra/local/sandbox/answers.ts';
import type { Business } from '../../infra/local/sandbox/business.ts';
import { MenuStore } from '../../infra/local/sandbox/menu-store.ts';
import type { SandboxCall } from '../../infra/local/sandbox/receive-call.ts';
import { createRequestSchemas } from '../../infra/local/sandbox/request-schemas.ts';
import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';
import type { SandboxState } from '../../infra/local/sandbox/sandbox-state.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A call that arrived, and how it was answered. */
export interface KlikitCall {
  /** Its place among everything that happened, see `VirtualClock.stamp`. */
  stamp: number;
  method: string;
  path: string;
  idempotencyKey?: string;
  body: string;
  status: number;
}

export type KlikitBehaviour = Required<Pick<SandboxOptions, 'idempotency' | 'credentials' | 'groups'>> & Pick<SandboxOptions, 'rate'>;

/** They know no state, and making them costs more than a whole run. */
const schemas = createRequestSchemas({});

/** The sandbox of this project without its sockets: the same answers, by the clock of the world. */
export class KlikitInProcess {
  readonly calls: KlikitCall[] = [];
  readonly #clock: VirtualClock;
  readonly #business: Business;
  readonly #admit: ReturnType<typeof createAdmission>;

  private constructor(clock: VirtualClock, store: MenuStore, options: KlikitBehaviour) {
    this.#clock = clock;
    this.#business = { store, schemas, options, answers: createAnswers(options), now: () => clock.now() };
    this.#admit = createAdmission(this.#business, () => options.credentials);
  }

  static async open(clock: VirtualClock, options: KlikitBehaviour): Promise<KlikitInProcess> {
    return new KlikitInProcess(clock, await MenuStore.open(options), options);
  }

  /** A copy of everything it holds. */
  state(): SandboxState {
    return structuredClone(this.#business.store.snapshot());
  }

  /** Heeds no `signal`: one of `AbortSignal.timeout` goes by the clock on the wall. What times out here is a cut's affair. */
  readonly fetch: typeof fetch = (input, init) => {
    const call = callOf(new URL(input instanceof Request ? input.url : input), init);
    const answer = this.#answer(call);
    const { method, path, text: body = '', idempotencyKey } = call;
    this.calls.push({
      stamp: this.#clock.stamp(),
      method,
      path,
      body,
      status: answer.status,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    const headers = { ...answer.headers, 'content-type': 'application/json' };
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status, headers }));
  };

  #answer(call: SandboxCall): SandboxAnswer {
    const admission = this.#admit(call);
    if ('refusal' in admission) return admission.refusal;
    return { ...answerCall(call, admission.partnerKey, this.#business), headers: admission.headers };
  }
}

/** What would have arrived at a socket. */
function callOf(url: URL, { method = 'GET', headers, body }: RequestInit = {}): SandboxCall {
  const text = typeof body === 'string' ? body : '';
  const given = new Headers(headers);
  const [authorization, idempotencyKey] = [given.get('authorization'), given.get('idempotency-key')];
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    text,
    bodySha256: createHash('sha256').update(text).digest('hex'),
    ...(authorization === null ? {} : { authorization }),
    ...(idempotencyKey === null ? {} : { idempotencyKey }),
  };
}

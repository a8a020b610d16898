import type { ImportPorts } from '../../functions/menu-import/import-ports.ts';
import type { ObjectStore } from '../../functions/menu-import/store/object-store.ts';
import type { SpoiltAnswers } from './cut.ts';
import type { DoomedProcess } from './doomed-process.ts';
import { awsCallFailed, bodyTerminated, breakOff, fetchFailed, fetchTimedOut, serverError } from './lost-answers.ts';

type WorldPorts = Pick<ImportPorts, 'uploads' | 'results' | 'readCredentials'> & { fetch: typeof fetch };

/** The ports of one process: what it does through them is numbered, and a cut can befall it. */
export function doomedPorts(process: DoomedProcess, world: WorldPorts, requestTimeoutMs: number): WorldPorts {
  const whatFetchSees: SpoiltAnswers<Response> = {
    answer_lost: throwing(fetchFailed),
    timed_out: async () => {
      await process.sleep(requestTimeoutMs);
      throw fetchTimedOut();
    },
    truncated_answer: (answer) => {
      const error = bodyTerminated();
      process.thrown.add(error);
      return breakOff(answer, error);
    },
    server_error: serverError,
  };
  return {
    uploads: doomedStore(process, world.uploads),
    results: doomedStore(process, world.results),
    readCredentials: (merchant) => process.act(`readCredentials ${merchant}`, () => world.readCredentials(merchant), whatTheSdkSees),
    fetch: (input, init) => process.act(nameOf(input, init), () => world.fetch(input, init), whatFetchSees),
  };
}

const whatTheSdkSees = { answer_lost: throwing(awsCallFailed) };
const whatAConditionalPutSees = { ...whatTheSdkSees, answer_lost_as_conflict: () => 'conflict' as const };

function doomedStore(process: DoomedProcess, bucket: ObjectStore): ObjectStore {
  return {
    get: (key, versionId) =>
      process.act(
        ['get', key, ...(versionId === undefined ? [] : [versionId])].join(' '),
        () => bucket.get(key, versionId),
        whatTheSdkSees,
      ),
    put: (key, body, condition) =>
      process.act(`put ${key}`, () => bucket.put(key, body, condition), condition === undefined ? whatTheSdkSees : whatAConditionalPutSees),
    list: (prefix, after) => process.act(`list ${prefix}`, () => bucket.list(prefix, after), whatTheSdkSees),
    listCurrent: (prefix) => process.act(`listCurrent ${prefix}`, () => bucket.listCurrent(prefix), whatTheSdkSees),
  };
}

function nameOf(input: string | URL | Request, { method = 'GET' }: RequestInit = {}): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return `${method} ${pathname.replace('/v1/partner/', '')}`;
}

function throwing(error: () => Error): () => never {
  return () => {
    throw error();
  };
}

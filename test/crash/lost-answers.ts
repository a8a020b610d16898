/** What `fetch` throws where the connection ends before there is an answer. */
export function fetchFailed(): TypeError {
  return new TypeError('fetch failed', { cause: connectionReset() });
}

/** What `fetch` throws where the time of `AbortSignal.timeout` is over. */
export function fetchTimedOut(): DOMException {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

/** What a client of the AWS SDK throws when its own retries have failed too; it renames what may pass. */
export function awsCallFailed(): Error {
  return Object.assign(connectionReset(), { name: 'TimeoutError', $metadata: { attempts: 3, totalRetryDelay: 217 } });
}

/** What reading a body throws where the connection ends in the middle of it. */
export function bodyTerminated(): TypeError {
  return new TypeError('terminated', { cause: connectionReset() });
}

/** The answer up to the middle of its body, and then the error. */
export async function breakOff(answer: Response, error: Error): Promise<Response> {
  const bytes = await answer.bytes();
  const chunks = [bytes.subarray(0, bytes.length / 2)].values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value: chunk } = chunks.next();
      if (chunk === undefined) controller.error(error);
      else controller.enqueue(chunk);
    },
  });
  const { status, headers } = answer;
  return new Response(body, { status, headers });
}

/** What klikit's gateway answers where it does not know what became of the call. */
export function serverError(): Response {
  const body = { request_id: 'req_gateway', error: { code: 'INTERNAL', message: 'Something went wrong.' } };
  return new Response(JSON.stringify(body), { status: 500, headers: { 'content-type': 'application/json' } });
}

function connectionReset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { errno: -104, code: 'ECONNRESET', syscall: 'read' });
}

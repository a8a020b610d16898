import type * as z from 'zod';
import type { Answers, SandboxAnswer } from '../answers.ts';

/** The answer to a body that the contract does not allow; `details` names each field. Their shape is not published. */
export function invalidBody(error: z.ZodError, answers: Answers): SandboxAnswer {
  const details = error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ field: at.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ field: [...at, key].join('.'), message: 'is not a known field' }));
  });
  const fields = details.map(({ field }) => (field === '' ? 'the whole body' : field)).join(', ');
  return answers.failure('request_invalid', `The body is not valid: ${fields}.`, details);
}

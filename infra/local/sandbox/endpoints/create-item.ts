import type { SandboxAnswer } from '../answers.ts';
import type { Business } from '../business.ts';
import { parseJson } from '../parse-json.ts';
import type { SandboxCall } from '../receive-call.ts';
import { invalidBody } from './invalid-body.ts';

/** POST /v1/partner/menus/items. A SKU is not unique: a second call makes a second entry. */
export function createItem({ text }: SandboxCall, { store, answers, schemas, options }: Business): SandboxAnswer {
  const parsed = schemas.item.safeParse(parseJson(text));
  if (!parsed.success) return invalidBody(parsed.error, answers);
  const { id } = store.addEntry(parsed.data);
  return answers.success({ id }, options.createStatus ?? 201);
}

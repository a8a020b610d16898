import type { SandboxAnswer } from '../answers.ts';
import type { Business } from '../business.ts';
import { parseJson } from '../parse-json.ts';
import type { SandboxCall } from '../receive-call.ts';
import { invalidBody } from './invalid-body.ts';

/** POST /v1/partner/menus/modifier-groups/modifiers. All of its links are made, or none. */
export function linkModifiers({ text }: SandboxCall, { store, answers, schemas, options }: Business): SandboxAnswer {
  const parsed = schemas.link.safeParse(parseJson(text));
  if (!parsed.success) return invalidBody(parsed.error, answers);
  const { modifierGroupID, attach, deleteModifierIDs = [] } = parsed.data;
  const group = store.group(modifierGroupID);
  if (group === undefined) return answers.failure('resource_not_found', `There is no modifier group ${modifierGroupID}.`);
  for (const { id } of attach) {
    const entry = store.entry(id);
    if (entry === undefined) return answers.failure('resource_not_found', `There is no modifier option ${id}.`);
    if (entry.onlyModifier !== true) return answers.failure('request_invalid', `${id} is an item, not a modifier option.`);
  }

  // Not published: whether `attach` adds or replaces, and what attaching twice does; here it moves the option.
  const gone = new Set([...deleteModifierIDs, ...attach.map(({ id }) => id)]);
  const kept = options.attachReplaces === true ? [] : group.options.filter(({ id }) => !gone.has(id));
  store.putGroup({ ...group, options: [...kept, ...attach] });
  // Not published either: the shape of `data`.
  return answers.success({});
}

import { answerOnce } from './answer-once.ts';
import type { SandboxAnswer } from './answers.ts';
import type { Business } from './business.ts';
import { createItem } from './endpoints/create-item.ts';
import { linkModifiers } from './endpoints/link-modifiers.ts';
import { readBranches, readBrands, readProviders } from './endpoints/read-business.ts';
import { readMenu } from './endpoints/read-menu.ts';
import type { SandboxCall } from './receive-call.ts';

type Endpoint = (call: SandboxCall, business: Business) => SandboxAnswer;

/** What the contract marks as SEEN or NAMED, and an import may need. What is a GUESS there does not exist here. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  'POST /v1/partner/menus/items': createItem,
  'POST /v1/partner/menus/modifier-groups/modifiers': linkModifiers,
  'GET /v1/partner/menus': readMenu,
  'GET /v1/partner/branches': readBranches,
  'GET /v1/partner/brands': readBrands,
  'GET /v1/partner/providers': readProviders,
};

/** Does what a call asks for, all at once: no other call comes between its looking and its doing. */
export function answerCall(call: SandboxCall, partnerKey: string, business: Business): SandboxAnswer {
  const route = `${call.method} ${call.path}`;
  const endpoint = Object.hasOwn(endpoints, route) ? endpoints[route] : undefined;
  if (endpoint === undefined) return business.answers.failure('not_found', 'There is no such endpoint.');
  const answer = () => endpoint(call, business);
  return call.method === 'GET' ? answer() : answerOnce(call, partnerKey, business, answer);
}

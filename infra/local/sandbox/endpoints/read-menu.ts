import type { SandboxAnswer } from '../answers.ts';
import type { Business } from '../business.ts';
import { menuTree } from '../menu-tree.ts';
import type { SandboxCall } from '../receive-call.ts';
import { isKnownStore } from './read-business.ts';

/** GET /v1/partner/menus. A store's own tree has no published shape, so here it is the business's. */
export function readMenu({ query }: SandboxCall, { store, answers, options }: Business): SandboxAnswer {
  const [brandId, branchId] = [query.get('brand_id'), query.get('branch_id')];
  if ((brandId === null) !== (branchId === null)) {
    return answers.failure('request_invalid', 'brand_id and branch_id come together, or not at all.');
  }
  if (brandId !== null && branchId !== null && !isKnownStore(brandId, branchId)) {
    return answers.failure('resource_not_found', 'There is no such store.');
  }
  return answers.success(menuTree(store.snapshot(), options));
}

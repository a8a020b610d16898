import type { SandboxAnswer } from '../answers.ts';
import type { Business } from '../business.ts';
import type { SandboxCall } from '../receive-call.ts';

const brand = { id: 11, title: 'Sandbox restaurant' };
const branch = { id: 21, title: 'Main branch', currency_code: 'IDR' };

/** Whether query parameters name the one store of this business. */
export function isKnownStore(brandId: string, branchId: string): boolean {
  return brandId === String(brand.id) && branchId === String(branch.id);
}

/** GET /v1/partner/branches. */
export function readBranches(_call: SandboxCall, { answers }: Business): SandboxAnswer {
  return answers.success({ page: 1, size: 20, total: 1, results: [branch] });
}

/** GET /v1/partner/brands, with its outer array. */
export function readBrands(_call: SandboxCall, { answers }: Business): SandboxAnswer {
  return answers.success([{ brands: [brand] }]);
}

/** GET /v1/partner/providers. Only its path is published (NAMED): nothing may rely on this shape. */
export function readProviders(_call: SandboxCall, { answers }: Business): SandboxAnswer {
  return answers.success([
    { id: 1, title: 'klikit' },
    { id: 6, title: 'A delivery provider' },
  ]);
}

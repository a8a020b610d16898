import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { parseProvider } from './parse-provider.ts';
import { showCell } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** The providers that a cell lists, as ids, each once. */
export function parseProviderList(cell: Cell): Parsed<string[]> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const words = (cell.type === 'number' ? String(cell.value) : showCell(cell))
    .normalize('NFKC')
    .split(/[\s,;、/&+]+/u)
    .filter((word) => word !== '');
  const providers = words.map(parseProvider);
  const known = providers.filter((provider) => provider !== undefined);
  if (words.length === 0 || known.length < providers.length) return { ok: false, finding: { code: 'provider_list_unreadable' } };
  return { ok: true, value: [...new Set(known)] };
}

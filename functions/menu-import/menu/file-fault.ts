import type { FindingParam } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { oneLine } from './one-line.ts';
import type { MenuTable } from './read-tables.ts';
import { columnsOf } from './sheet-layout.ts';
import { currenciesOfSign } from './values/parse-currency.ts';

/** The one fault for which nothing of the file can be imported. `currency`: of the settings, or of the deployment. */
export function fileFault(tables: readonly MenuTable[], currency: string | undefined): Issue | undefined {
  if (tables.length === 0) return makeIssue({ code: 'no_header_row' });
  const headers = headersSeen(tables);
  const titled = tables.filter(({ layout }) => columnsOf(layout, 'title').size > 0);
  if (titled.length === 0) return makeIssue({ code: 'no_title_column', params: { headers } });
  if (!titled.some(({ layout }) => columnsOf(layout, 'price').size > 0)) return makeIssue({ code: 'no_price_column', params: { headers } });
  if (!titled.some(({ rows }) => rows.length > 0)) return makeIssue({ code: 'no_menu_rows' });
  const untagged = titled.some(({ layout }) => pricesWithoutCurrency(layout).length > 0);
  if (untagged && currency === undefined) return makeIssue({ code: 'no_currency' });
  return titled.flatMap((table) => signFaults(table, currency ?? ''))[0];
}

function pricesWithoutCurrency({ columns }: MenuTable['layout']): MenuTable['layout']['columns'] {
  return columns.filter(({ field, currency }) => ['price', 'takeAwayPrice'].includes(field) && currency === undefined);
}

/** `Price ($)` in a menu in rupiah: nobody knows whose dollars are meant. */
function signFaults({ sheet, layout }: MenuTable, currency: string): Issue[] {
  return pricesWithoutCurrency(layout).flatMap(({ header, column, row, currencySign = '' }) => {
    const [example, ...others] = currenciesOfSign(currencySign) ?? [];
    if (example === undefined || [example, ...others].includes(currency)) return [];
    const params = { header: oneLine(header), sign: currencySign, currency, example };
    return [makeIssue({ code: 'header_currency_unclear', params }, { sheet: sheet.name, row, column, value: header })];
  });
}

const mostHeadersNamed = 12;

function headersSeen(tables: readonly MenuTable[]): FindingParam {
  const headers = tables.flatMap(({ layout }) => layout.header.columns.map(({ header }) => `"${oneLine(header)}"`));
  return { list: headers.slice(0, mostHeadersNamed) };
}

import { makeIssue } from '../issues/make-issue.ts';
import { cellAddress } from '../workbook/cell-address.ts';
import { columnLetter } from '../workbook/column-letter.ts';
import type { Cell, Row } from '../workbook/workbook.ts';
import { entryKey } from './entry-key.ts';
import { type EntryContent, entryContentSchema } from './entry-schema.ts';
import { parseHtml } from './exports/parse-html.ts';
import type { EntryKind, LocalizedText, MenuEntry, MenuSettings, NamingCell, ParsedRow } from './menu.ts';
import { readKind } from './read-kind.ts';
import { readPrices } from './read-prices.ts';
import { readTexts } from './read-texts.ts';
import { readVisibilities } from './read-visibilities.ts';
import { RowReader, type RowSurroundings } from './row-reader.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { parseGroupReference } from './values/parse-group-reference.ts';
import { parsePercent } from './values/parse-percent.ts';
import { parseSku } from './values/parse-sku.ts';
import { parseText } from './values/parse-text.ts';
import { parseWholeNumber } from './values/parse-whole-number.ts';
import { parseYesNo } from './values/parse-yes-no.ts';

/** Options that say nothing of their position take the next one of their group, in the order of the sheet. */
export type NextSequence = (group: string) => number;

/** One row as an item or a modifier option, or everything that is wrong with it. */
export function parseRow(
  row: Row,
  layout: SheetLayout,
  settings: MenuSettings,
  nextSequence: NextSequence,
  surroundings?: RowSurroundings,
): ParsedRow {
  const reader = new RowReader(row, layout, surroundings);
  for (const { finding, cell } of layout.export?.findings(row) ?? []) reader.complain(finding, cell);
  // What an export cannot say in one row would only be misread below.
  if (reader.failed) return refusedExportRow(row, layout, settings, reader);
  const kind = readKind(reader, layout.role);
  // Web shops and tills keep their texts as HTML.
  const parse = layout.export === undefined ? parseText : parseHtml;
  const title = readTexts(reader, 'title', settings.language, parse);
  complainAboutTitle(reader, title, settings.language);
  const description = readTexts(reader, 'description', settings.language, parse);
  const sku = reader.read('sku', parseSku);
  const klikitId = reader.read('klikitId', (cell) => parseWholeNumber(cell, { min: 1, code: 'klikit_id_unreadable' }));
  const preparationMinutes = reader.read('preparationMinutes', (cell) => parseWholeNumber(cell, { min: 0, code: 'minutes_unreadable' }));
  const link = kind === 'modifier_option' ? readLink(reader, nextSequence) : undefined;
  const content: EntryContent = {
    title,
    vatPercent: reader.read('vat', parsePercent) ?? settings.vatPercent,
    visibilities: readVisibilities(reader, settings),
    prices: readPrices(reader, settings),
    enabled: reader.read('enabled', parseYesNo) ?? true,
    ...(Object.keys(description).length === 0 ? {} : { description }),
    ...(sku === undefined ? {} : { sku }),
    ...(preparationMinutes === undefined ? {} : { preparationMinutes }),
  };

  const shownTitle = title[settings.language] ?? Object.values(title)[0];
  const place = { sheet: row.sheet, row: row.row };
  // The checks above let nothing through that the create call refuses; should one be missing, it costs this row, not the file.
  const valid = entryContentSchema.safeParse(content);
  if (!reader.failed && !valid.success) {
    const field = valid.error.issues.map(({ path }) => path.join('.')).join(', ');
    reader.issues.push(makeIssue({ code: 'row_unusable', params: { field } }, place));
  }
  if (reader.failed || kind === undefined || !valid.success)
    return failedRow({ place, kind, title: shownTitle, sku, klikitId, link }, reader);
  const entry: MenuEntry = {
    ...place,
    kind,
    key: entryKey({ klikitId, sku, title: shownTitle ?? '', group: link?.group }),
    title: shownTitle ?? '',
    content: valid.data,
    ...(klikitId === undefined ? {} : { klikitId, ...klikitIdCell(reader, klikitId) }),
    ...(link === undefined ? {} : { link }),
  };
  return { outcome: 'entry', entry, issues: reader.issues };
}

/** Named as well as it names itself; beyond its `reader`'s findings nothing is said of it. */
function refusedExportRow(row: Row, layout: SheetLayout, settings: MenuSettings, reader: RowReader): ParsedRow {
  const silent = new RowReader(row, layout);
  const names = {
    kind: layout.role === 'items' ? ('item' as const) : undefined,
    title: readTexts(silent, 'title', settings.language, parseHtml)[settings.language],
    sku: silent.read('sku', parseSku),
    klikitId: undefined,
    link: undefined,
  };
  return failedRow({ place: { sheet: row.sheet, row: row.row }, ...names }, reader);
}

interface FailedWords {
  place: { sheet: string; row: number };
  kind: EntryKind | undefined;
  title: string | undefined;
  sku: string | undefined;
  klikitId: number | undefined;
  link: MenuEntry['link'];
}

function failedRow({ place, kind, title, sku, klikitId, link }: FailedWords, reader: RowReader): ParsedRow {
  const identified = title !== undefined || sku !== undefined || klikitId !== undefined;
  return {
    outcome: 'failed',
    place,
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(identified ? { key: entryKey({ klikitId, sku, title: title ?? '', group: link?.group }) } : {}),
    identity: {
      ...(klikitId === undefined ? {} : { klikitId }),
      ...(sku === undefined ? {} : { sku }),
      ...(link === undefined ? {} : { group: link.group }),
    },
    issues: reader.issues,
  };
}

function complainAboutTitle(reader: RowReader, title: LocalizedText, language: string): void {
  const slots = reader.slots('title');
  if (title[language] !== undefined) {
    for (const { column, cell, merged } of slots)
      if (cell === undefined && merged) reader.missMerged({ code: 'merged_not_shared' }, column, merged);
    return;
  }
  const own = slots.find(({ column }) => (column.locale ?? language) === language);
  // A title that is there but cannot be read has been complained about already.
  if (own?.cell !== undefined && reader.failed) return;
  if (own?.merged !== undefined) return reader.missMerged({ code: 'title_merged' }, own.column, own.merged);
  const others = Object.keys(title).length > 0;
  const finding = others
    ? ({ code: 'title_language_missing', params: { language: { locale: language } } } as const)
    : ({ code: 'title_missing' } as const);
  reader.miss(finding, own?.column ?? slots[0]?.column, 'Title');
}

function readLink(reader: RowReader, nextSequence: NextSequence): MenuEntry['link'] {
  const [slot] = reader.slots('group');
  if (slot?.cell === undefined) return undefined;
  const group = reader.parse(slot.cell, parseGroupReference);
  if (group === undefined) return undefined;
  const next = nextSequence('id' in group ? `#${group.id}` : group.title);
  const given = reader.read('sequence', (cell) => parseWholeNumber(cell, { min: 1, code: 'sequence_unreadable' }));
  const value = 'id' in group ? String(group.id) : group.title;
  return { group, sequence: given ?? next, isSequenceGiven: given !== undefined, cell: namingCell(slot.cell, value) };
}

function klikitIdCell(reader: RowReader, klikitId: number): Pick<MenuEntry, 'klikitIdCell'> {
  const cell = reader.slots('klikitId').find((slot) => slot.cell !== undefined)?.cell;
  return cell === undefined ? {} : { klikitIdCell: namingCell(cell, String(klikitId)) };
}

function namingCell(cell: Cell, value: string): NamingCell {
  return { column: columnLetter(cell.column), address: cellAddress(cell), value };
}

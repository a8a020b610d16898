import type { Writable } from 'node:stream';
import type { stream } from 'exceljs';
import { anchorNotes } from './note-anchors.ts';

export type WorkbookWriter = stream.xlsx.WorkbookWriter;

/**
 * Begins a workbook that is written to a stream row by row. Loads of exceljs its writer alone, and only now: with all that it has to read
 * files it is twice as large.
 */
export async function openWriter(target: Writable, writtenAt: Date): Promise<WorkbookWriter> {
  const { default: Writer } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  await anchorNotes();
  const [creator, lastModifiedBy] = ['klikit-menu-import', 'klikit-menu-import'];
  // Shared strings would be held to the end, all of them: 60 MB more for 20,000 rows.
  return new Writer({
    stream: target,
    useStyles: true,
    useSharedStrings: false,
    creator,
    lastModifiedBy,
    created: writtenAt,
    modified: writtenAt,
  });
}

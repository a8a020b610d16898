/** Where exceljs writes the box of a note. It has no types of its own. */
declare module 'exceljs/lib/xlsx/xform/comment/vml-anchor-xform.js' {
  interface NoteModel {
    anchor?: unknown;
    note: { anchor?: unknown };
  }

  interface AnchorXform {
    render(stream: unknown, model: NoteModel): void;
  }

  const anchorXform: { prototype: AnchorXform };
  export default anchorXform;
}

/** `stream.xlsx.WorkbookWriter` without the rest of exceljs. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type { stream } from 'exceljs';

  interface WriterOptions extends Partial<stream.xlsx.WorkbookStreamWriterOptions> {
    creator: string;
    lastModifiedBy: string;
    created: Date;
    modified: Date;
  }

  const writer: new (options: WriterOptions) => stream.xlsx.WorkbookWriter;
  export default writer;
}

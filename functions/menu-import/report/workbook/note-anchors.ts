import type { Comment } from 'exceljs';

/** A note's box in columns and rows from 0, with parts of them. */
export interface NoteAnchor {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type AnchoredNote = Comment & { anchor: NoteAnchor };

let areAnchored: Promise<void> | undefined;

/**
 * exceljs draws every note that it has not read from a file two columns wide and four rows high, which cuts off longer sentences. It
 * knows anchors, but hands on no note's own. From here on it does.
 */
export function anchorNotes(): Promise<void> {
  areAnchored ??= patch();
  return areAnchored;
}

async function patch(): Promise<void> {
  const { default: AnchorXform } = await import('exceljs/lib/xlsx/xform/comment/vml-anchor-xform.js');
  const { prototype } = AnchorXform;
  const render = Reflect.get(prototype, 'render');
  prototype.render = function renderAnchored(stream, model) {
    const { anchor } = model.note;
    render.call(this, stream, anchor === undefined ? model : { ...model, anchor });
  };
}

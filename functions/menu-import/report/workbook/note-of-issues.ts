import type { Issue } from '../../issues/issue.ts';
import { escapeText } from './escape-text.ts';
import type { AnchoredNote, NoteAnchor } from './note-anchors.ts';

/** How wide a note is, in characters, and how many of its own font fit beside each other. */
const noteWidth = 48;
const lettersALine = 44;
const usualColumnWidth = 9;

/** What is said about a cell, as the note on it. `widths`: of the columns, from A, in characters. */
export function noteOfIssues(issues: readonly Issue[], place: { row: number; column: number }, widths: readonly number[]): AnchoredNote {
  const text = issues.map(({ message, fix }) => `${message} ${fix}`).join('\n\n');
  return { texts: [{ text: escapeText(text), font: { name: 'Tahoma', size: 9 } }], anchor: anchorOf(text, place, widths) };
}

/** Beside the cell, one row higher, as Excel puts them; wide and high enough for the text. */
function anchorOf(text: string, { row, column }: { row: number; column: number }, widths: readonly number[]): NoteAnchor {
  const top = Math.max(row - 2, 0);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersALine)), 0);
  let right = column;
  let left = noteWidth;
  while (left > 0) {
    const width = widths[right] ?? usualColumnWidth;
    const part = Math.min(1, left / Math.max(width, 1));
    right = part < 1 ? right + part : right + 1;
    left -= Math.max(width, 1);
  }
  return { left: column + 0.1, top: top + 0.2, right, bottom: top + lines + 1.5 };
}

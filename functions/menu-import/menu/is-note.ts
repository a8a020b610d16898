import type { Cell } from '../workbook/workbook.ts';
import { holdsData } from './holds-data.ts';
import { cleanText } from './values/parse-text.ts';

const noteStart = /^(?:\*|\(\*\)|†|‡|※|(?:notes?|catatan|nb|n\.b\.|p\.s\.|remarks?)(?![\p{L}\p{N}]))/iu;
const noteLabel = /^(?:notes?|catatan|nb|n\.b\.|p\.s\.|remarks?|keterangan)\s*[:：]$/i;
const pageNumber = /^(?:page|halaman|hal\.)\s*\d+(?:\s*(?:of|dari|\/)\s*\d+)?$/i;
const signature =
  /^(?:(?:prepared|approved|checked|reviewed|signed|updated|printed)\s+(?:by|on)|signatures?|disetujui|mengetahui|diperiksa|dibuat\s+oleh|hormat\s+kami|tanda\s+tangan|ttd)(?![\p{L}\p{N}])/iu;
/** A line to sign on, or the name below it. */
const signatureLine = /^(?:[_.…\s-]{4,}|\([^()]{2,60}\))$/;
const ofPrices =
  /%|税|価格|ราคา|\b(?:prices?|tax(?:es)?|vat|ppn|pajak|harga|service|charges?|subject|includ\w+|exclud\w+|termasuk|belum|allerg\w+|availab\w+|valid|berlaku|order)\b/iu;

/** What else stands below a menu. */
const farewell =
  /^(?:terima kasih|thank you|thanks|jam buka|opening hours|open daily|buka setiap|dicetak|tel|telp|phone|whatsapp|instagram|e-?mail|alamat|address)(?![\p{L}\p{N}])|www\.|https?:/iu;

/**
 * Whether a row says something to the reader of the menu. `isBelowMenu`: nothing with a price comes after it, where a sentence
 * is a footnote rather than a dish whose price was forgotten.
 */
export function isNote(cells: readonly Cell[], isBelowMenu: boolean): boolean {
  if (cells.length === 0 || cells.some(({ type }) => type !== 'text')) return false;
  const [first = '', ...others] = cells.map(({ value }) => cleanText(String(value)));
  if (others.length === 0 && (noteStart.test(first) || pageNumber.test(first) || (isBelowMenu && isSentence(first)))) return true;
  if (cells.some(holdsData)) return false;
  if (noteLabel.test(first)) return true;
  return isBelowMenu && (signature.test(first) || [first, ...others].every((text) => signatureLine.test(text)));
}

/** "All prices are subject to 10% service charge", "Thank you", not "Nasi goreng kampung spesial". */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/u).length;
  if (farewell.test(text)) return true;
  return /[.!?。！？]$/u.test(text) ? words >= 3 || text.length >= 10 : (words >= 4 && ofPrices.test(text)) || words >= 10;
}

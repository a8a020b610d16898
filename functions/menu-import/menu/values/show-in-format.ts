/** A place for a digit, with what stands there where there is none; or letters that are shown as they are. */
type Piece = { place: string } | { letters: string };

const emptyPlaces: Readonly<Record<string, string>> = { '0': '0', '#': '', '?': ' ' };
/** The letters that a format shows without quotation marks. Not `/`, which makes a fraction. */
const parts =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|(?<blank>_.)|(?<invisible>\*.|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|\$-[\da-f]+)\])|(?<place>[0#?]|general)|(?<end>;)|(?<plain>[-+()!^&'~{}<>=: $])|(?<other>.)/gisu;

/**
 * A whole number as its format code shows it, where the code is made of places for digits and of letters: `00000`, `"A"000`, `000-000`.
 * `undefined` for any other code: what it shows for separators and decimals depends on the country that Excel is set to.
 */
export function showInFormat(value: number, code: string): string | undefined {
  if (!Number.isSafeInteger(value)) return undefined;
  const sections = readSections(code);
  if (sections === undefined) return undefined;
  const [first = [], negative, zero] = sections;
  const section = value < 0 ? (negative ?? first) : value === 0 ? (zero ?? first) : first;
  if (!section.some((piece) => 'place' in piece)) return undefined;
  const minus = value < 0 && negative === undefined ? '-' : '';
  return minus + fillPlaces(section, value === 0 ? '' : String(Math.abs(value))).trim();
}

/** What is shown of numbers above zero, below zero, and of zero; `undefined` where a part of it is more than digits and letters. */
function readSections(code: string): Piece[][] | undefined {
  const sections: Piece[][] = [[]];
  for (const { groups = {} } of code.matchAll(parts)) {
    const { quoted, escaped, blank, place, end, plain, other } = groups;
    if (other !== undefined) return undefined;
    const letters = quoted ?? escaped ?? plain ?? (blank === undefined ? undefined : ' ');
    if (end !== undefined) sections.push([]);
    else if (place !== undefined) sections.at(-1)?.push({ place: place.length === 1 ? place : '0' });
    else if (letters !== undefined) sections.at(-1)?.push({ letters });
    // The fourth is about texts.
    if (sections.length > 3) break;
  }
  return sections;
}

/** Digits go into the places from the right; those that are left over stand before the first place. */
function fillPlaces(section: readonly Piece[], digits: string): string {
  const first = section.findIndex((piece) => 'place' in piece);
  let rest = digits;
  let shown = '';
  for (let position = section.length - 1; position >= 0; position -= 1) {
    const piece = section[position] as Piece;
    if ('letters' in piece) shown = piece.letters + shown;
    else if (rest === '') shown = (emptyPlaces[piece.place] ?? '') + shown;
    else {
      const taken = position === first ? rest : rest.slice(-1);
      shown = taken + shown;
      rest = rest.slice(0, -taken.length);
    }
  }
  return shown;
}

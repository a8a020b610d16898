import { mainNamespace } from './fixed-parts.ts';

/** In the order of `cellStyles`. */
const formats = [0, 0, 9, 1, 164, 165, 3].map(
  (numFmtId, style) =>
    `<xf numFmtId="${numFmtId}" fontId="${style === 1 ? 1 : 0}" fillId="0" borderId="0" pivotButton="0" quotePrefix="0" xfId="0"/>`,
);

export const openpyxlStyles =
  `<styleSheet xmlns="${mainNamespace}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts>` +
  '<fonts count="2"><font><name val="Calibri"/><family val="2"/><sz val="11"/></font><font><name val="Calibri"/><family val="2"/><b val="1"/><sz val="11"/></font></fonts>' +
  '<fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/>' +
  '</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0" hidden="0"/></cellStyles></styleSheet>`;

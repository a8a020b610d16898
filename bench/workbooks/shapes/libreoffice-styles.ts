import { mainNamespace } from './fixed-parts.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** In the order of `cellStyles`. */
const formats = [164, 164, 166, 169, 167, 168, 165].map(
  (numFmtId, style) =>
    `<xf numFmtId="${numFmtId}" fontId="${style === 1 ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyFont="${style === 1}" applyBorder="false" applyAlignment="false" applyProtection="false">` +
    '<alignment horizontal="general" vertical="bottom" textRotation="0" wrapText="false" indent="0" shrinkToFit="false"/><protection locked="true" hidden="false"/></xf>',
);

const formatCodes = ['General', '#,##0', '0%', 'yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm', '0'].map(
  (code, position) => `<numFmt numFmtId="${164 + position}" formatCode="${code}"/>`,
);

export const libreofficeStyles =
  `${declaration}<styleSheet xmlns="${mainNamespace}"><numFmts count="${formatCodes.length}">${formatCodes.join('')}</numFmts><fonts count="2">` +
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/><charset val="1"/></font><font><b val="true"/><sz val="11"/><name val="Calibri"/><family val="2"/>' +
  '<charset val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border diagonalUp="false" diagonalDown="false"><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyFont="true" applyBorder="true" applyAlignment="true" applyProtection="true"/></cellStyleXfs>' +
  `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

import { checkProgram } from './check/check-program.ts';
import { excelForms, ourForms } from './check/excel-forms.ts';
import { libreOffice } from './check/libreoffice.ts';
import { openpyxl } from './check/openpyxl.ts';

// Whether the workbooks of the benchmark are what the programs that they are named for would write.
let different = false;

for (const program of [libreOffice, openpyxl]) {
  const version = program.version();
  if (version === undefined) console.log(`${program.shape.name}: not on this machine, not checked`);
  else {
    const { same, unfit, differences } = await checkProgram(program);
    if (differences.length > 0) different = true;
    else console.log(`${program.shape.name}: rows and strings as ${version} writes them; the same cells for ${same.join('; ')}`);
    for (const difference of differences) console.log(`${program.shape.name}, by ${version}: ${difference}`);
    if (unfit.length > 0) console.log(`  not asked, as they misread these cells anyway: ${unfit.join('; ')}`);
  }
}

const known = excelForms();
if (known === undefined) console.log('Excel: none of its workbooks is here (../shared/workbooks), not checked');
else {
  const unknown = ourForms().filter((form) => !known.forms.has(form));
  if (unknown.length > 0) different = true;
  const verdict = unknown.length === 0 ? 'occur' : `occur, but for ${unknown.join(' ')}`;
  console.log(`Excel: all forms of rows and cells ${verdict}, in ${known.workbooks} workbooks that Excel wrote`);
}

process.exitCode = different ? 1 : 0;

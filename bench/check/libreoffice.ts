import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libreOffice as shape } from '../workbooks/shapes/libreoffice.ts';
import type { Program } from './program.ts';

export const libreOffice: Program = {
  shape,
  version: () => {
    const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  },
  rewrite: (file, directory) => {
    const saved = `${directory}/saved`;
    mkdirSync(saved);
    // A profile of its own: an open LibreOffice would take the file over, and not convert it.
    const profile = `-env:UserInstallation=${pathToFileURL(`${directory}/profile`).href}`;
    const words = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved, file];
    const { status, stderr } = spawnSync('soffice', words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
    return `${saved}/${basename(file)}`;
  },
};

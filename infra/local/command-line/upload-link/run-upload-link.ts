import { writeFile } from 'node:fs/promises';
import { languageOf } from '../../../../functions/menu-import/words/language.ts';
import { renderUploadPage } from '../../../upload-page/render-upload-page.ts';
import type { Console } from '../console.ts';
import { CannotRun, exitStatus } from '../exit-status.ts';
import { explainSigningFault } from './explain-signing-fault.ts';
import { makeUploadLink } from './make-upload-link.ts';
import { openUploads } from './open-uploads.ts';
import { showUploadLink } from './show-upload-link.ts';
import { tryFromPage, tryUploadLink } from './try-upload-link.ts';
import type { UploadLinkCommand } from './upload-link-command.ts';

/** Makes a page, or with `--json` the form alone, with which a merchant without AWS uploads menus. Throws `CannotRun`. */
export async function runUploadLink(command: UploadLinkCommand, console: Console, environment: NodeJS.ProcessEnv): Promise<number> {
  const { client, bucketName, isLocal } = await openUploads(command, environment);
  try {
    const signed = await makeUploadLink(client, bucketName, command).catch((error: unknown) => {
      throw explainSigningFault(error);
    });
    const { link } = signed;
    await tryUploadLink(link, bucketName);
    if (command.json) {
      console.out(`${JSON.stringify(link, null, 2)}\n`);
      return exitStatus.allDone;
    }
    await tryFromPage(link, bucketName);
    const out = command.out ?? `upload-${link.merchant}.html`;
    const language = command.language ?? languageOf(environment['DEFAULT_LANGUAGE']);
    await write(out, await renderUploadPage({ ...link, language, contact: command.contact }));
    console.out(showUploadLink(signed, { out, bucketName, isLocal }));
    return exitStatus.allDone;
  } finally {
    client.destroy();
  }
}

/** For its owner's eyes only: the page is a key. */
async function write(out: string, page: string): Promise<void> {
  try {
    await writeFile(out, page, { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const because = code === 'ENOENT' ? 'there is no such folder' : code === 'EISDIR' ? 'it is a folder' : 'it cannot be written';
    throw new CannotRun(`${out}: ${because}.`, { cause: error });
  }
}

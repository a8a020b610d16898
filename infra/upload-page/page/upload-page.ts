import { fillTemplate } from '../../../functions/menu-import/words/fill-template.ts';
import { acceptDrops } from '../../local/live-page/page/accept-drops.ts';
import { byId, element } from '../../local/live-page/page/elements.ts';
import { checkFile } from '../check-file.ts';
import type { Failure } from '../failure.ts';
import type { PageSettings } from '../page-settings.ts';
import { momentInWords } from './moment-in-words.ts';
import { postForm } from './post-form.ts';
import { showSending } from './show-sending.ts';
import { uploadForm } from './upload-form.ts';

const settings = JSON.parse(byId('settings').textContent) as PageSettings;
const { words, language, contact, largestBytes, expiresAt } = settings;
const form = byId('form') as HTMLFormElement;
const chosen = byId('file') as HTMLInputElement;

type Shown = 'form' | 'sending' | 'done' | 'expired';

/** What the page is about now. What happens next stands below it all the time. */
function show(now: Shown): void {
  for (const id of ['form', 'sending', 'done', 'expired']) byId(id).hidden = id !== now;
  byId('another').hidden = now !== 'done';
  for (const id of ['next', 'works']) byId(id).hidden = now === 'expired';
  byId(now).querySelector('h2')?.focus();
}

function say(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  const until = momentInWords(expiresAt, settings);
  return fillTemplate(template, { contact, until, size: largestBytes / 1_000_000, ...values }, language);
}

function isOver(): boolean {
  return Date.now() >= Date.parse(expiresAt);
}

let isSending = false;

function expire(): void {
  if (!isOver() || isSending) return;
  byId('failed').hidden = true;
  show('expired');
}

function fail(failure: Failure, values: { file?: string; code?: string } = {}, again?: () => void): void {
  const failed = byId('failed');
  failed.replaceChildren(element('p', { dir: 'auto' }, say(words.failures[failure], values)));
  if (again !== undefined) {
    const button = element('button', { type: 'button' }, words.again);
    button.addEventListener('click', again);
    failed.append(button);
  }
  failed.hidden = false;
  show('form');
  (failed.querySelector('button') ?? chosen).focus();
}

async function take(files: readonly File[]): Promise<void> {
  const [file, ...more] = files;
  if (isSending || file === undefined) return;
  if (isOver()) return expire();
  if (more.length > 0) return fail('several');
  if (file.size > largestBytes) return fail('tooLarge', { file: file.name });
  // Read before it is sent: a folder shows here, and a workbook that is saved meanwhile is sent as it was.
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (bytes === undefined) return fail('unreadable', { file: file.name });
  const failure = checkFile({ name: file.name, bytes }, largestBytes);
  if (failure !== undefined) return fail(failure, { file: file.name });
  await send({ name: file.name, bytes });
}

async function send(file: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<void> {
  // A second file may have come while the first one was read, and the time while the connection was gone.
  if (isSending) return;
  if (isOver()) return expire();
  byId('failed').hidden = true;
  isSending = true;
  const onProgress = showSending(byId('sending'), file, settings);
  show('sending');
  const answer = await postForm(form.action, uploadForm(form, file), onProgress);
  isSending = false;
  switch (answer.outcome) {
    case 'arrived': {
      const heading = byId('done').querySelector('h2');
      if (heading !== null) heading.textContent = say(words.arrived, { file: file.name });
      return show('done');
    }
    case 'expired':
      return show('expired');
    case 'failed': {
      const isWorthAnotherTry = answer.failure === 'broken' || answer.failure === 'busy';
      fail(answer.failure, { file: file.name, code: answer.code }, isWorthAnotherTry ? () => void send(file) : undefined);
      return expire();
    }
  }
}

document.documentElement.classList.add('scripted');
for (const time of document.querySelectorAll('.until')) time.textContent = momentInWords(expiresAt, settings);
acceptDrops(byId('drop'), (files) => void take(files));
chosen.addEventListener('change', () => {
  void take([...(chosen.files ?? [])]);
  // The same file again is a change, too.
  chosen.value = '';
});
form.addEventListener('submit', (event) => event.preventDefault());
byId('another').addEventListener('click', () => {
  show('form');
  chosen.focus();
});
addEventListener('beforeunload', (event) => {
  if (isSending) event.preventDefault();
});
// A device that slept has missed its timers.
document.addEventListener('visibilitychange', expire);
setTimeout(expire, Date.parse(expiresAt) - Date.now());
expire();

import type { Running, Wait } from '../listed-import.ts';
import { element } from './elements.ts';

const numbers = new Intl.NumberFormat('en');

/** How far an import is: a bar, and the same in words. */
export class RunningView {
  readonly #bar: HTMLProgressElement;
  readonly #words = element('p', { class: 'quiet number' });
  readonly #waits = element('p', { class: 'waits' });

  constructor(running: Running) {
    this.#bar = element('progress', { 'aria-label': `Rows of ${running.file}` });
    this.show(running);
  }

  get nodes(): Node[] {
    return [this.#bar, this.#words, this.#waits];
  }

  show(running: Running): void {
    const { rows, waits } = running;
    if (rows === undefined) this.#bar.removeAttribute('value');
    else {
      this.#bar.max = Math.max(rows.rowsTotal, 1);
      this.#bar.value = rows.rowsDone;
    }
    this.#words.textContent = progressInWords(running);
    this.#waits.textContent = waits === undefined ? '' : waitInWords(waits);
  }
}

function progressInWords({ rows, calls, pauses }: Running): string {
  if (rows === undefined) return calls === 0 ? 'Reading the workbook' : 'Asking klikit what is there already';
  const done = `${numbers.format(rows.rowsDone)} of ${numbers.format(rows.rowsTotal)} rows`;
  return [done, counted(calls, 'call'), ...(pauses > 0 ? [counted(pauses, 'pause')] : [])].join(' · ');
}

function counted(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function waitInWords({ because, seconds }: Wait): string {
  const time = counted(Math.ceil(seconds), 'second');
  switch (because) {
    case 'klikit_rate_limited':
      return `klikit asked for a pause of ${time}.`;
    case 'klikit_credentials_rejected':
    case 'klikit_access_forbidden':
      return `klikit refuses the credentials. They are tried again in ${time}.`;
    case 'klikit_unreachable':
    case 'import_stopped':
      return `klikit is out of order. It is tried again in ${time}.`;
    case 'slice':
      return `Goes on in ${time}.`;
    case 'turn':
      return 'An earlier import of this merchant was interrupted. It is finished first, once none of its calls can be under way.';
  }
}

import type { ListedImport } from '../listed-import.ts';
import { doneParts } from './done-parts.ts';
import { element } from './elements.ts';
import { RunningView } from './running-view.ts';

const running = new WeakMap<HTMLLIElement, RunningView>();

/** Fills the card of an import. While it runs, only what changes is touched, so that the bar moves and nothing flickers. */
export function showImport(card: HTMLLIElement, listed: ListedImport, before: ListedImport | undefined): void {
  if (listed.state === 'running' && before?.state === 'running') {
    running.get(card)?.show(listed);
    return;
  }
  card.dataset['state'] = listed.state;
  card.replaceChildren(heading(listed), ...parts(card, listed));
}

function heading({ file, merchant, since }: ListedImport): HTMLElement {
  const at = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(since));
  return element(
    'div',
    { class: 'about' },
    element('h3', { dir: 'auto' }, file),
    element('p', { class: 'quiet' }, element('b', {}, merchant), ' · ', element('time', { datetime: since }, at)),
  );
}

function parts(card: HTMLLIElement, listed: ListedImport): Node[] {
  switch (listed.state) {
    case 'waiting':
      return [element('p', { class: 'quiet' }, 'Waits until the imports before it are done.')];
    case 'running': {
      const view = new RunningView(listed);
      running.set(card, view);
      return view.nodes;
    }
    case 'failed': {
      const what = element('p', {}, element('strong', {}, 'The import could not run.'));
      const why = element('p', {}, 'The log says why; the terminal with npm run serve says where the log is.');
      return [element('div', { class: 'outcome', 'data-outcome': 'stopped' }, what, why)];
    }
    case 'done':
      return doneParts(listed);
  }
}

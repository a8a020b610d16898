import type { ListedImport } from '../listed-import.ts';
import { acceptDrops } from './accept-drops.ts';
import { byId } from './elements.ts';
import { showImport } from './import-card.ts';
import { queueUploads } from './queue-uploads.ts';

const list = byId('imports');
const cards = new Map<string, { card: HTMLLIElement; shown: ListedImport }>();

/** Shows an import where it belongs: the newest first. A card that says the same already is left alone, and keeps the focus. */
function show(listed: ListedImport): void {
  const known = cards.get(listed.id);
  if (known !== undefined && JSON.stringify(known.shown) === JSON.stringify(listed)) return;
  const card = known?.card ?? document.createElement('li');
  showImport(card, listed, known?.shown);
  cards.set(listed.id, { card, shown: listed });
  if (known === undefined) {
    const older = [...cards.values()]
      .filter(({ shown }) => shown.since < listed.since)
      .sort((a, b) => (a.shown.since < b.shown.since ? 1 : -1));
    list.insertBefore(card, older[0]?.card ?? null);
  }
  byId('none').hidden = cards.size > 0;
}

function showAll(imports: readonly ListedImport[]): void {
  const listed = new Set(imports.map(({ id }) => id));
  // After a restart with another state, others are there.
  for (const [id, { card }] of cards) {
    if (listed.has(id)) continue;
    card.remove();
    cards.delete(id);
  }
  for (const each of imports.toReversed()) show(each);
  byId('none').hidden = cards.size > 0;
}

function announce({ file, ...listed }: ListedImport): void {
  if (listed.state === 'done') byId('said').textContent = `${file}: ${listed.headline}`;
  if (listed.state === 'failed') byId('said').textContent = `${file}: The import could not run.`;
}

const events = new EventSource('/events');
events.addEventListener('open', () => {
  byId('offline').hidden = true;
});
events.addEventListener('error', () => {
  byId('offline').hidden = false;
});
events.addEventListener('imports', ({ data }: MessageEvent<string>) => showAll(JSON.parse(data) as ListedImport[]));
events.addEventListener('import', ({ data }: MessageEvent<string>) => {
  const listed = JSON.parse(data) as ListedImport;
  show(listed);
  announce(listed);
});

const upload = queueUploads(byId('refused'), byId('said'));
acceptDrops(byId('drop'), upload);
const chosen = byId('file') as HTMLInputElement;
chosen.addEventListener('change', () => {
  upload([...(chosen.files ?? [])]);
  // The same file again is a change, too.
  chosen.value = '';
});
byId('example').addEventListener('click', () => void uploadExample());

async function uploadExample(): Promise<void> {
  const answer = await fetch('/example.xlsx');
  upload([new File([await answer.blob()], 'warung-hoshi.xlsx')]);
}

import type { ServerResponse } from 'node:http';
import type { ImportList } from './import-list.ts';
import type { ListedImport } from './listed-import.ts';

const flushMs = 100;

/**
 * Sends the list (`imports`), then each import that changed (`import`), as Server-Sent Events until the reader goes away. A row takes
 * milliseconds, so what changes again soon is sent once; and nothing piles up for a reader that does not read.
 */
export function streamImports(imports: ImportList, response: ServerResponse): void {
  const changed = new Map<string, ListedImport>();
  let flushing: NodeJS.Timeout | undefined;
  const flush = () => {
    flushing = undefined;
    if (response.writableNeedDrain) {
      flushing = setTimeout(flush, flushMs);
      return;
    }
    for (const listed of changed.values()) response.write(event('import', listed));
    changed.clear();
  };
  const stop = imports.listen((listed) => {
    changed.set(listed.id, listed);
    flushing ??= setTimeout(flush, flushMs);
  });
  response.on('close', () => {
    stop();
    clearTimeout(flushing);
  });
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(`retry: 1000\n${event('imports', imports.newest())}`);
}

function event(name: string, value: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`;
}

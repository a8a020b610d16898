import type { ImportNews } from '../import-news.ts';
import type { Running } from './listed-import.ts';

type ProgressNews = Extract<ImportNews, { kind: 'progress' | 'call' | 'pause' }>;

/** How far an import is after what was just said of it. A pause of klikit holds until the next call, though answers still come in. */
export function runningAfter(running: Running, news: ProgressNews): Running {
  const { waits, ...now } = running;
  switch (news.kind) {
    case 'progress':
      return { ...now, rows: news.rows, ...(waits !== undefined && waits.because !== 'turn' && { waits }) };
    case 'call':
      if (news.call.kind !== 'pause') return { ...now, calls: now.calls + 1 };
      return { ...now, pauses: now.pauses + 1, waits: { because: news.call.cause, seconds: news.call.seconds } };
    case 'pause':
      // A slice that ends for a long pause of klikit does not say why; the pause did.
      return { ...now, waits: { because: news.because === 'busy' ? 'turn' : (waits?.because ?? 'slice'), seconds: news.seconds } };
  }
}

import { fillTemplate } from '../words/fill-template.ts';
import { formatDuration, formatTimeOfDay } from '../words/formats.ts';
import { languageOf } from '../words/language.ts';
import { escapeHtml } from './escape-html.ts';
import type { Report } from './report-schema.ts';
import { reportWords } from './words/report-words.ts';

/** Of the picture, in its own units. */
const [width, height] = [100, 24];
const minuteMs = 60_000;
/** What was over sooner has no course worth a picture. */
const shortestMs = 5_000;

/** How many rows were decided by which time, as a picture and as a sentence; nothing where there is no time to speak of. */
export function renderProgress({ progress = [], summary, language: locale }: Report): string {
  const [first, last] = [progress.at(0), progress.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [startMs, endMs] = [Date.parse(first.at), Date.parse(last.at)];
  const tookMs = endMs - startMs;
  const most = Math.max(summary.rows, last.done);
  if (tookMs < shortestMs || most === 0) return '';

  const language = languageOf(locale);
  const words = reportWords(language);
  const rate = Math.round((last.done - first.done) / (tookMs / minuteMs));
  const values = { rows: last.done, duration: formatDuration(tookMs, language), rate };
  const sentence = fillTemplate(tookMs >= minuteMs && rate > 0 ? words.progressPerMinute : words.progressInTime, values, language);
  const line = progress.map(({ at, done }) => {
    const x = (width * (Date.parse(at) - startMs)) / tookMs;
    return `${x.toFixed(2)},${(height - (height * done) / most).toFixed(2)}`;
  });
  const [start, end] = [startMs, endMs].map((timeMs) => formatTimeOfDay(new Date(timeMs), language));
  return `<section class="progress" aria-label="${escapeHtml(words.progress)}">
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-labelledby="progress">
<polygon points="0,${height} ${line.join(' ')} ${width},${height}"></polygon>
<polyline points="${line.join(' ')}"></polyline>
</svg>
<p class="ends quiet"><time datetime="${first.at}">${start}</time> <time datetime="${last.at}">${end}</time></p>
<p id="progress">${escapeHtml(sentence)}</p>
</section>`;
}

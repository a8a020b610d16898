import { fillTemplate } from '../words/fill-template.ts';
import { joinWithAnd } from '../words/formats.ts';
import { languageOf } from '../words/language.ts';
import type { Report } from './report-schema.ts';
import { reportWords } from './words/report-words.ts';

export interface OutcomeInWords {
  headline: string;
  whatNext: string;
}

/** Why an import stopped so that no upload helps before somebody else did. */
const forOperator: ReadonlySet<string> = new Set(['klikit_credentials_rejected', 'klikit_access_forbidden']);

/** What happened to a menu and what to do now, for a restaurant owner, in the language of the report. */
export function outcomeInWords({ import: { outcome, reason = '' }, summary, language: locale }: Report): OutcomeInWords {
  const language = languageOf(locale);
  const words = reportWords(language);
  const { failed, changed, not_attempted, unknown } = summary;
  switch (outcome) {
    case 'completed':
      return { headline: words.completed, whatNext: words.nothingToDo };
    case 'refused':
      return { headline: words.refused, whatNext: words.doWhatIsSaid };
    case 'stopped':
      return {
        headline: fillTemplate(words.stopped, { count: not_attempted }, language),
        whatNext: forOperator.has(reason) ? words.askOperator : words.uploadLater,
      };
    case 'completed_with_issues': {
      const counts = [
        [words.failedRows, failed],
        [words.changedRows, changed],
        [words.notAttemptedRows, not_attempted],
        [words.unknownRows, unknown],
      ] as const;
      const parts = counts.flatMap(([template, count]) => (count > 0 ? [fillTemplate(template, { count }, language)] : []));
      const headline =
        parts.length === 0
          ? words.completedWithRemarks
          : fillTemplate(words.completedInPart, { rows: joinWithAnd(parts, language) }, language);
      return { headline, whatNext: words.correctAndUpload };
    }
  }
}

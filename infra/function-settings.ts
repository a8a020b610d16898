import * as z from 'zod';
import { environmentSchema } from '../functions/menu-import/environment.ts';
import { parseJson } from './parse-json.ts';

/** Of the function's environment, what the stack does not set by itself. */
const chosenSettings = environmentSchema
  .omit({ UPLOADS_BUCKET: true, RESULTS_BUCKET: true, KLIKIT_API_URL: true, KLIKIT_SECRET_PREFIX: true, STACK_NAME: true })
  .partial()
  .strict();

/** A process has texts; `16` and `{"maxRows":5000}` may be written as such. */
function asTexts(value: unknown): unknown {
  const parsed = parseJson(value);
  if (typeof parsed !== 'object' || parsed === null) return parsed;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, setting]) => [name, typeof setting === 'string' ? setting : JSON.stringify(setting)]),
  );
}

/** Environment variables by name and text, judged by the function's own schema. */
export const functionSettingsSchema = z.preprocess(
  asTexts,
  z.record(z.string(), z.string()).check((context) => {
    for (const { path, message } of chosenSettings.safeParse(context.value).error?.issues ?? []) {
      context.issues.push({ code: 'custom', input: context.value, path: [...path], message });
    }
  }),
);

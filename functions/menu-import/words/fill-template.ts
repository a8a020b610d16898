import { formatNumber, isOne } from './formats.ts';
import type { Language } from './language.ts';

const placeholder = /\{(\w+)(#|(?:\|[^{|}]*)+)?\}/g;

/**
 * Puts values into a sentence. `{name}` is the value as it is, also a number, because it may be one to be typed; `{name#}` a number as it is
 * read, 1,200; `{name|# row|# rows}` the form for that number, in which # is the number as it is read. What is missing stays visible.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  return template.replace(placeholder, (whole, name: string, format: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'string' || format === undefined) return String(value);
    const number = formatNumber(value, language);
    if (format === '#') return number;
    const forms = format.slice(1).split('|');
    const form = forms.length > 1 && isOne(value, language) ? forms[0] : forms.at(-1);
    return (form ?? '').replaceAll('#', number);
  });
}

/** The names of the values that a sentence mentions, each once. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name = '']) => name))];
}

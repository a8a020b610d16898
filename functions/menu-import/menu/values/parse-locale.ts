/** ISO 639-1, as far as the runtime knows names for it. */
const codes =
  'aa ab af am ar as ay az ba be bg bi bn bo br bs ca co cs cy da de dz el en eo es et eu fa fi fj fo fr fy ga gd gl gn gu ha he hi hr hu hy ia id is it ja jv ka kk kl km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my na ne nl no oc om or pa pl ps pt qu rm ro ru rw sa sd sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ug uk ur uz vi vo wo xh yo za zh zu'.split(
    ' ',
  );

const names = new Map<string, string>();
for (const code of codes) {
  names.set(code, code);
  const english = new Intl.DisplayNames('en', { type: 'language' }).of(code);
  const own = new Intl.DisplayNames(code, { type: 'language' }).of(code);
  for (const name of [english, own]) if (name !== undefined) names.set(name.toLowerCase(), code);
}
/** What people write besides. `in` is the code that Indonesian had before 1989. */
for (const [name, code] of [
  ['bahasa indonesia', 'id'],
  ['bahasa', 'id'],
  ['in', 'id'],
  ['bahasa melayu', 'ms'],
  ['malay', 'ms'],
  ['filipino', 'tl'],
  ['fil', 'tl'],
  ['tagalog', 'tl'],
  ['mandarin', 'zh'],
  ['中文', 'zh'],
] as const) {
  names.set(name, code);
}

/** The ISO 639-1 code that a tag or a setting names: `en`, `en-US`, `English`, `Bahasa Indonesia`, `日本語`. */
export function parseLocaleTag(text: string): string | undefined {
  const name = text.normalize('NFKC').trim().toLowerCase();
  return names.get(name) ?? names.get(/^([a-z]{2,3})[-_][a-z0-9-_]+$/.exec(name)?.[1] ?? '');
}

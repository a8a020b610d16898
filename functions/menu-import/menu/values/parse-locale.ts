/** ISO 639-1. */
const codes =
  'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

const names = new Map<string, string>();
for (const code of codes) {
  names.set(code, code);
  const english = new Intl.DisplayNames('en', { type: 'language' }).of(code);
  const own = new Intl.DisplayNames(code, { type: 'language' }).of(code);
  for (const name of [english, own]) if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), code);
}
/** How menus of the region name each other's languages: "Inggris", "อังกฤษ", "英語"; also "Bahasa Inggris" and "ภาษาอังกฤษ". */
for (const reader of ['id', 'ms', 'th', 'vi', 'ja', 'es', 'fil']) {
  const namesThere = new Intl.DisplayNames(reader, { type: 'language' });
  for (const code of ['en', 'id', 'ms', 'zh', 'ja', 'ko', 'th', 'vi', 'tl', 'es']) {
    const name = namesThere.of(code)?.toLowerCase() ?? code;
    for (const written of [name, `bahasa ${name}`, `ภาษา${name}`]) if (!names.has(written)) names.set(written, code);
  }
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
  ['simplified chinese', 'zh'],
  ['traditional chinese', 'zh'],
  ['简体中文', 'zh'],
  ['繁體中文', 'zh'],
  ['ภาษาไทย', 'th'],
] as const) {
  names.set(name, code);
}

/** The ISO 639-1 code that a tag or a setting names: `en`, `en-US`, `English`, `Bahasa Indonesia`, `日本語`. */
export function parseLocaleTag(text: string): string | undefined {
  const name = text.normalize('NFKC').trim().toLowerCase();
  return names.get(name) ?? names.get(/^([a-z]{2,3})[-_][a-z0-9-_]+$/.exec(name)?.[1] ?? '');
}

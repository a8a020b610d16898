/** A list is an element that repeats; `undefined` is one that is not there. */
type XmlContent = string | number | boolean | XmlFields | readonly XmlContent[];
export interface XmlFields {
  readonly [element: string]: XmlContent | undefined;
}

/** An XML document with one root. Text is escaped so that a parser gives back every character, line ends and controls too. */
export function toXml(root: string, fields: XmlFields, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${children(fields)}</${root}>`;
}

function children(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, content]) => (content === undefined ? '' : element(name, content)))
    .join('');
}

function element(name: string, content: XmlContent): string {
  if (isList(content)) return content.map((entry) => element(name, entry)).join('');
  return `<${name}>${typeof content === 'object' ? children(content) : escapeText(String(content))}</${name}>`;
}

function isList(content: XmlContent): content is readonly XmlContent[] {
  return Array.isArray(content);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"\u0000-\u001f\u007f\ufffe\uffff]/g, (character) => {
    return entities[character] ?? `&#x${character.charCodeAt(0).toString(16)};`;
  });
}

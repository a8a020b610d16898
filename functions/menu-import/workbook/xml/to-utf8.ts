/** Enough for a byte order mark or an XML declaration to be whole. */
const bytesToJudge = 256;

/** The chunks of a part in UTF-8. Nearly all parts are in UTF-8 already and pass as they are; Excel reads UTF-16 as well. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let judged = false;
  for await (const chunk of chunks) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (!judged) {
      start = start.length === 0 ? bytes : Buffer.concat([start, bytes]);
      if (start.length < bytesToJudge) continue;
      judged = true;
      decoder = decoderFor(start);
      bytes = start;
    }
    yield decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (!judged) {
    decoder = decoderFor(start);
    yield decoder === undefined ? start : Buffer.from(decoder.decode(start, { stream: true }));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}

/** `undefined` for UTF-8. Throws a `RangeError` for an encoding that nobody knows. */
function decoderFor(start: Buffer): InstanceType<typeof TextDecoder> | undefined {
  const [first = 0, second = 0] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  if (first === 0xef && second === 0xbb) return undefined;
  const declaration = /^[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start.toString('latin1', 0, bytesToJudge));
  const named = declaration?.[1]?.toLowerCase() ?? 'utf-8';
  // A part that says UTF-16 in UTF-8 letters is UTF-8.
  return named.startsWith('utf-16') || named === 'utf-8' || named === 'utf8' ? undefined : new TextDecoder(named);
}

/** A part that is no well-formed XML, so that Excel would call the file damaged. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

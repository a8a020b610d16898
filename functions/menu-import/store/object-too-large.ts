/** The object is larger than is taken from its bucket; its bytes were not fetched. */
export class ObjectTooLarge extends Error {
  override readonly name = 'ObjectTooLarge';
  readonly sizeBytes: number;
  readonly allowedBytes: number;

  constructor(sizeBytes: number, allowedBytes: number) {
    super(`the object has ${sizeBytes} bytes, and at most ${allowedBytes} are taken`);
    this.sizeBytes = sizeBytes;
    this.allowedBytes = allowedBytes;
  }
}

/**
 * Two fields of the create call whose JSON names klikit does not publish. These are best guesses, see the contract; the
 * function's settings KLIKIT_SKU_FIELD and KLIKIT_PREPARATION_FIELD correct them without a release.
 */
export interface WireNames {
  sku: string;
  preparation: string;
}

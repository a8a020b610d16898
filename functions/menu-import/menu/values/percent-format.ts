/** Whether a number format shows its number times a hundred; a quoted or escaped % is only a letter. */
export function isPercentFormat(code: string | undefined): boolean {
  return code !== undefined && code.replaceAll(/"[^"]*"?|\\./gs, '').includes('%');
}

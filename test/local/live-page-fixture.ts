import { onTestFinished } from 'vitest';
import { startLivePage } from '../../infra/local/live-page/start-live-page.ts';
import type { LocalStack } from '../../infra/local/start-local-stack.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';

/** The page of a stack on any free port, without a slash at the end of its address; it ends with the test. */
export async function livePageOf(stack: LocalStack): Promise<string> {
  const page = await startLivePage(stack, 0);
  onTestFinished(() => page.close());
  return page.url;
}

/** A menu of dishes with these titles. */
export function menuOf(...titles: readonly string[]): Promise<Uint8Array> {
  return menuWorkbook({ Menu: [['Title', 'Price'], ...titles.map((title) => [title, 45_000])] });
}

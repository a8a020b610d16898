import type { Answers } from './answers.ts';
import type { MenuStore } from './menu-store.ts';
import type { RequestSchemas } from './request-schemas.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** What answering a call needs. */
export interface Business {
  store: MenuStore;
  answers: Answers;
  schemas: RequestSchemas;
  options: SandboxOptions;
  now: () => Date;
}

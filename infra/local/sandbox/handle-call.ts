import type { z } from 'zod';
import { failure, type SandboxAnswer, success } from './answers.ts';
import type { MenuStore, StoredEntry } from './menu-store.ts';
import { menuTree } from './menu-tree.ts';
import { type ItemBody, itemSchema, linkSchema } from './request-schemas.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** A request that was let in. */
export interface SandboxCall {
  method: string;
  path: string;
  query: URLSearchParams;
  idempotencyKey: string | undefined;
  /** As it came. */
  text: string;
}

/** Does what one call asks for. Everything happens at once, so two calls with one key never make two entries. */
export function handleCall(call: SandboxCall, store: MenuStore, options: SandboxOptions, now: number): SandboxAnswer {
  const { errorVocabulary: vocabulary = 'reference' } = options;
  const handle = routes[`${call.method} ${call.path}`];
  if (handle === undefined) return failure('not_found', 'There is no such endpoint.', vocabulary);
  if (call.method === 'GET') return handle(call, store, options);

  const key = call.idempotencyKey;
  if (key === undefined || key === '') {
    return failure('request_missing_idempotency_key', 'This endpoint wants an Idempotency-Key.', vocabulary);
  }
  if (key.length > 64) return failure('request_invalid', 'An Idempotency-Key has at most 64 characters.', vocabulary);
  const remembered = rememberedAnswer(key, store, options, now);
  if (remembered !== undefined) {
    if (remembered.body !== call.text) return failure('state_idempotency_conflict', 'This key was used with another body.', vocabulary);
    return { status: remembered.status, body: JSON.parse(remembered.answer) as SandboxAnswer['body'] };
  }
  const answer = handle(call, store, options);
  if (answer.status < 300 && options.idempotency !== 'ignored') {
    store.state.answers[key] = { body: call.text, answer: JSON.stringify(answer.body), status: answer.status, at: now };
  }
  store.save();
  return answer;
}

function rememberedAnswer(key: string, { state }: MenuStore, { idempotency = 'honoured' }: SandboxOptions, now: number) {
  if (idempotency === 'ignored' || !Object.hasOwn(state.answers, key)) return undefined;
  const remembered = state.answers[key];
  const forgotten = typeof idempotency === 'object' && remembered !== undefined && now - remembered.at >= idempotency.forgetAfterMs;
  return forgotten ? undefined : remembered;
}

type Route = (call: SandboxCall, store: MenuStore, options: SandboxOptions) => SandboxAnswer;

const routes: Readonly<Record<string, Route>> = {
  'POST /v1/partner/menus/items': createItem,
  'POST /v1/partner/menus/modifier-groups/modifiers': linkModifiers,
  'GET /v1/partner/menus': readMenu,
  'GET /v1/partner/branches': () =>
    success({ page: 1, size: 20, total: 1, results: [{ id: 1, title: 'Main branch', currency_code: 'IDR' }] }),
  'GET /v1/partner/brands': () => success([{ brands: [{ id: 1, title: 'Sandbox restaurant' }] }]),
};

function createItem({ text }: SandboxCall, store: MenuStore, options: SandboxOptions): SandboxAnswer {
  const names = { sku: options.skuField ?? 'skuID', preparation: options.preparationField ?? 'preparationTime' };
  const parsed = itemSchema(names, options.strict ?? true).safeParse(parseJson(text));
  if (!parsed.success) return invalid(parsed.error, options);
  const { [names.sku]: sku, [names.preparation]: preparationMinutes, ...rest } = parsed.data as Record<string, unknown>;
  const fields = rest as unknown as ItemBody;
  const entry: StoredEntry = {
    ...fields,
    id: store.state.nextId,
    ...(typeof sku === 'string' ? { sku } : {}),
    ...(typeof preparationMinutes === 'number' ? { preparationMinutes } : {}),
  };
  store.state.nextId += 1;
  store.state.entries.push(entry);
  return success({ id: entry.id }, options.createStatus ?? 201);
}

function linkModifiers({ text }: SandboxCall, { state }: MenuStore, options: SandboxOptions): SandboxAnswer {
  const { errorVocabulary = 'reference' } = options;
  const parsed = linkSchema.safeParse(parseJson(text));
  if (!parsed.success) return invalid(parsed.error, options);
  const { modifierGroupID, attach, deleteModifierIDs = [] } = parsed.data;
  const group = state.groups.find(({ id }) => id === modifierGroupID);
  if (group === undefined) return failure('resource_not_found', `There is no modifier group ${modifierGroupID}.`, errorVocabulary);
  const stranger = attach.find(({ id }) => !state.entries.some((entry) => entry.id === id && entry.onlyModifier === true));
  if (stranger !== undefined) return failure('resource_not_found', `There is no modifier option ${stranger.id}.`, errorVocabulary);
  const gone = new Set([...deleteModifierIDs, ...attach.map(({ id }) => id)]);
  group.options = [...group.options.filter(({ id }) => !gone.has(id)), ...attach];
  return success({ modifierGroupID, attached: attach.length });
}

function readMenu({ query }: SandboxCall, { state }: MenuStore, { errorVocabulary = 'reference' }: SandboxOptions): SandboxAnswer {
  if (query.has('brand_id') !== query.has('branch_id')) {
    return failure('request_invalid', 'brand_id and branch_id come together, or not at all.', errorVocabulary);
  }
  return success(menuTree(state));
}

function invalid(error: z.ZodError, { errorVocabulary = 'reference' }: SandboxOptions): SandboxAnswer {
  const [first] = error.issues;
  const field = first?.path.join('.') ?? '';
  const details = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return failure('request_invalid', `${field === '' ? 'The body' : field}: ${first?.message ?? 'is invalid'}`, errorVocabulary, details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

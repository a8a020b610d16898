import type { KnownEntity } from '../menu/known-entity.ts';
import type { CreateIntent } from './fact.ts';

type DecidedEntry = Pick<CreateIntent, 'entity' | 'kind' | 'title' | 'group' | 'content'>;

/** An entity as its create was decided, before anybody knows whether klikit has it. */
export function entityAsDecided({ entity, kind, title, group, content }: DecidedEntry): KnownEntity {
  return {
    entity,
    kind,
    skus: content.sku === undefined ? [] : [content.sku],
    titles: [title],
    content,
    links: [],
    ...(group === undefined ? {} : { group }),
  };
}

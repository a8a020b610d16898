import { applyPlan } from '../apply/apply-plan.ts';
import { createName } from '../apply/decide-write.ts';
import { identityFacts } from '../apply/identity-facts.ts';
import { readGroups } from '../apply/look-up-groups.ts';
import { settleWrites } from '../apply/settle-writes.ts';
import type { ImportPorts } from '../import-ports.ts';
import type { KlikitClient, MenuTreeRead } from '../klikit/client.ts';
import type { ImportWriter } from '../ledger/import-writer.ts';
import type { GroupsRead, LedgerState, Write } from '../ledger/ledger-state.ts';
import type { ParsedMenu } from '../menu/menu.ts';
import { planRecognized, recognizeMenu, titlesToAsk } from '../recognize-menu.ts';

interface SendSurroundings {
  klikit: KlikitClient;
  writer: ImportWriter;
  ledger: LedgerState;
  ports: ImportPorts;
  endsAt: Date;
}

/**
 * Sends what is left to send of a menu, as far as the slice goes: first what an earlier slice left in doubt, then what it
 * never came to. Everything that was decided and answered is in the ledger when it resolves with whether nothing is left.
 */
export async function sendMenu(menu: ParsedMenu, { klikit, writer, ledger, ports, endsAt }: SendSurroundings): Promise<boolean> {
  const { wireNames, settings, now, newId, onProgress } = ports;
  const resends = settings.inDoubt === 'resend';
  let tree: Promise<MenuTreeRead> | undefined;
  const readMenuTree = () => (tree ??= klikit.readMenuTree());
  const record = writer.record.bind(writer);

  const open = openWrites(writer);
  if (open.length > 0) {
    await settleWrites(open, { klikit, readMenuTree, entities: ledger.entities, record, now, resends });
    // What became of them is part of what the plan is made from.
    await writer.flush();
  }

  const groups: GroupsRead = { ...writer.state.groups };
  const titles = titlesToAsk(recognizeMenu(menu, writer.state.known, groups), groups);
  if (titles.length > 0) {
    const read = await readMenuTree();
    // A slice that ended before klikit could be asked leaves the question to the next one.
    if (!read.ok && read.suspended) return false;
    Object.assign(groups, readGroups(titles, read));
    record({ fact: 'groups_read', groups });
  }

  const rows = recognizeMenu(menu, writer.state.known, groups);
  const identities = identityFacts(rows, ledger.entities);
  if (identities.length > 0) record(...identities);
  const plan = planRecognized(rows, groups);
  let rowsDone = menu.rows.length - plan.creates.filter(({ id }) => writer.state.writes.get(createName(id))?.answer === undefined).length;
  const tell = () => onProgress?.({ rowsDone, rowsTotal: menu.rows.length });
  tell();
  const isComplete = await applyPlan(plan, {
    wireNames,
    klikit,
    run: () => writer.state,
    append: (intents) => writer.append(intents),
    record,
    isOver: () => klikit.stopped() !== undefined || klikit.suspended() !== undefined || now().getTime() >= endsAt.getTime(),
    newId,
    chunkSize: settings.chunkSize,
    mostOpen: settings.mostOpen,
    maxConcurrency: settings.maxConcurrency,
    onRowDone: () => {
      rowsDone += 1;
      tell();
    },
  });
  await writer.flush();
  return isComplete && openWrites(writer).length === 0;
}

function openWrites({ state }: ImportWriter): Write[] {
  return [...state.writes.values()].filter(({ answer }) => answer === undefined);
}

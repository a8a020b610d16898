import type { PlantedBug } from './plant-bug.ts';

/** Mistakes that are easy to make in an importer, and that no test of a good day sees. The crash matrix must find each of them. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'a key per attempt',
    changes: [
      {
        file: 'klikit/send-request.ts',
        from: 'headers: { ...headers, authorization },',
        to: "headers: { ...headers, authorization, ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}) },",
      },
    ],
  },
  {
    name: 'done before it was sent',
    changes: [
      {
        file: 'apply/apply-plan.ts',
        from: 'const outcome = await sendIntent(intent, ports.klikit);',
        to: `if (intent.fact === 'link_intended') {
          ports.record({ fact: 'answered', write: intent.write, outcome: 'done', requestIds: [], attempts: 1 });
          await ports.append([]);
        }
        const outcome = await sendIntent(intent, ports.klikit);`,
      },
    ],
  },
  {
    name: 'no intent before the call',
    changes: [{ file: 'apply/apply-plan.ts', from: 'await ports.append(chunk);', to: 'void ports.append(chunk);' }],
  },
  {
    name: 'no settling of what a dead process left',
    changes: [
      {
        file: 'ledger/fold-segment.ts',
        from: 'run.turn = { writer, sendUntilMs };\n    run.fruitlessClaims += 1;',
        to: `run.turn = { writer, sendUntilMs };
        for (const [name, { answer }] of run.writes) if (answer === undefined) run.writes.delete(name);
        run.fruitlessClaims += 1;`,
      },
    ],
  },
  {
    name: 'an append without a fence',
    changes: [{ file: 'ledger/merchant-log.ts', from: 'JSON.stringify(segment), { absent: true });', to: 'JSON.stringify(segment));' }],
  },
  {
    name: 'a lock that only the clock keeps',
    changes: [
      {
        file: 'ledger/import-writer.ts',
        from: 'if (this.state.turn?.writer !== this.#log.writer) throw',
        to: 'if (this.state.turn === undefined) throw',
      },
    ],
  },
  {
    name: 'a report before the last row has its answer',
    changes: [
      { file: 'apply/apply-plan.ts', from: 'if (waiting.length === 0 && open === 0) {', to: 'if (waiting.length === 0 && open <= 1) {' },
    ],
  },
  {
    name: 'a retry of what klikit refused',
    changes: [
      {
        file: 'klikit/judge-answer.ts',
        from: "return byCode ?? meaningOfStatus[status] ?? 'refused';",
        to: "const meant = byCode ?? meaningOfStatus[status] ?? 'refused';\n  return meant === 'refused' ? 'server_error' : meant;",
      },
    ],
  },
  {
    name: 'a key that outlives an edit of its row',
    changes: [
      {
        file: 'apply/decide-write.ts',
        from: 'write: createName(row),\n    idempotencyKey: newId(),',
        to: 'write: createName(row),\n    idempotencyKey: `key-of-${row}`,',
      },
    ],
  },
  {
    name: 'a stale body after an edit of its row',
    changes: [
      {
        file: 'apply/decide-write.ts',
        from: 'body: JSON.stringify(buildItemBody(entry, wireNames)),',
        to: 'body: (bodiesByRow[row] ??= JSON.stringify(buildItemBody(entry, wireNames))),',
      },
      {
        file: 'apply/decide-write.ts',
        from: 'export function createName(',
        to: 'const bodiesByRow: Record<string, string> = {};\n\nexport function createName(',
      },
    ],
  },
  {
    name: 'a swallowed 500',
    changes: [
      { file: 'klikit/judge-answer.ts', from: "if (status >= 500) return 'server_error';", to: "if (status >= 500) return 'refused';" },
    ],
  },
  {
    name: 'a catch for everything',
    changes: [
      {
        file: 'fetch-source.ts',
        from: 'if (!(error instanceof ObjectTooLarge)) throw error;',
        to: "if (!(error instanceof ObjectTooLarge)) return { about: { sha256: '', bytes: 0 }, refusal: makeIssue({ code: 'source_gone' }) };",
      },
    ],
  },
  {
    name: 'the newest version of the file instead of the one that was uploaded',
    changes: [{ file: 'fetch-source.ts', from: 'uploads.get(key, versionId)', to: 'uploads.get(key)' }],
  },
  {
    name: 'a key that is trusted for ever',
    changes: [
      {
        file: 'apply/settle-writes.ts',
        from: 'ports.resends && ports.now().getTime() < write.decidedAtMs + keyGoodForMs',
        to: 'ports.resends',
      },
    ],
  },
  {
    name: 'what is in doubt sent again although keys are not relied on',
    changes: [{ file: 'apply/settle-writes.ts', from: 'const again = ports.resends &&', to: 'const again = ' }],
  },
];

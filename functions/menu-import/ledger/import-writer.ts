import type { SendPermit } from '../klikit/send-write.ts';
import type { Fact } from './fact.ts';
import type { ImportState } from './ledger-state.ts';
import type { MerchantLog, SegmentDraft } from './merchant-log.ts';

/** Somebody else has taken the import over. Nothing more may be sent, and nothing of it may be written. */
export class ImportTakenOver extends Error {
  override readonly name = 'ImportTakenOver';
}

interface WriterOptions {
  now: () => Date;
  /** For so long after each word of the writer, it may send. */
  sendWindowMs: number;
  /** So many answers may wait to be written. */
  mostWaiting: number;
  /** Requests that were sent so far. */
  stats: () => { calls: number; retries: number };
}

/** No answer waits for longer to be written, while others come. */
const longestWaitMs = 5_000;

/** One slice's hold on an import: whatever it decides and sees goes through here, in order. */
export class ImportWriter implements SendPermit {
  readonly #log: MerchantLog;
  readonly #id: string;
  readonly #options: WriterOptions;
  #waiting: Fact[] = [];
  #isFlushing = false;
  #counted = { calls: 0, retries: 0 };
  #lastWordMs: number;
  #sendUntilMs: number;
  #writing: Promise<void> = Promise.resolve();
  #renewing: Promise<void> | undefined;

  constructor(log: MerchantLog, id: string, options: WriterOptions) {
    this.#log = log;
    this.#id = id;
    this.#options = options;
    this.#lastWordMs = options.now().getTime();
    this.#sendUntilMs = this.state.turn?.sendUntilMs ?? 0;
  }

  /** The import as the log has it. */
  get state(): ImportState {
    const state = this.#log.state.imports.get(this.#id);
    if (state === undefined) throw new Error(`the import ${this.#id} is not in the ledger`);
    return state;
  }

  /** Remembers facts soon, with the next append or by themselves. */
  record(...facts: Fact[]): void {
    this.#waiting.push(...facts);
    const { now, mostWaiting } = this.#options;
    const isTime = this.#waiting.length >= mostWaiting || now().getTime() - this.#lastWordMs >= longestWaitMs;
    // One at a time, or the ones behind it would find a fact or two each.
    if (isTime && !this.#isFlushing) this.#flushSoon();
  }

  /** Appends facts, behind all that were recorded. Rejects with `ImportTakenOver`, and where the ledger cannot be written. */
  append(facts: readonly Fact[]): Promise<void> {
    return this.#enqueue(() => this.#append(facts));
  }

  /** Resolves when all that was recorded is in the log. */
  flush(): Promise<void> {
    return this.#enqueue(() => this.#appendWaiting());
  }

  /** Whether a write that the log names may be sent at this very moment. */
  isValid(): boolean {
    return this.#options.now().getTime() < this.#sendUntilMs;
  }

  /** Gets leave to send on: an empty word is enough, for if it can be appended, nobody has taken over. Rejects with `ImportTakenOver`. */
  renew(): Promise<void> {
    this.#renewing ??= this.append([]).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  #flushSoon(): void {
    this.#isFlushing = true;
    void this.#enqueue(() => {
      this.#isFlushing = false;
      return this.#appendWaiting();
    });
  }

  #enqueue(write: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(write);
    // Whoever waits hears of a failure, and so does everyone who writes after it; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
    return this.#writing;
  }

  /** An append that was under way may have taken everything along. */
  async #appendWaiting(): Promise<void> {
    if (this.#waiting.length > 0) await this.#append([]);
  }

  async #append(facts: readonly Fact[]): Promise<void> {
    const all = [...this.#waiting, ...facts];
    this.#waiting = [];
    const counted = this.#options.stats();
    let sendUntilMs = 0;
    await this.#log.append((): SegmentDraft => {
      if (this.state.turn?.writer !== this.#log.writer) throw new ImportTakenOver(`the import ${this.#id} was taken over`);
      sendUntilMs = this.#options.now().getTime() + this.#options.sendWindowMs;
      return {
        importId: this.#id,
        sendUntil: new Date(sendUntilMs).toISOString(),
        sent: { calls: counted.calls - this.#counted.calls, retries: counted.retries - this.#counted.retries },
        facts: all,
      };
    });
    this.#counted = counted;
    this.#sendUntilMs = sendUntilMs;
    this.#lastWordMs = this.#options.now().getTime();
  }
}

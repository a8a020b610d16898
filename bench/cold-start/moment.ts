/** How far a process was. */
export interface Moment {
  /** Since 1970, with fractions. */
  atMs: number;
  /** Processor time of the process up to then, of all its threads. */
  cpuMs: number;
  residentMegabytes: number;
}

/** A request as it left the process. */
export interface RequestMoment extends Moment {
  /** `http://127.0.0.1:4567` */
  origin: string;
  path: string;
}

/** What a process saw of its own cold start. */
export interface ProcessReport {
  started: Moment;
  loaded: Moment;
  requests: RequestMoment[];
  peakMegabytes: number;
  status: string;
}

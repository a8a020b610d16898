import type { Language } from '../../../../functions/menu-import/words/language.ts';

/** What `upload-link` was asked for. */
export interface UploadLinkCommand {
  merchant: string;
  expiresSeconds: number;
  /** On AWS. Absent: that of the environment, else that of a running `serve`. */
  bucket?: string;
  /** Of the running `serve`; wins over a bucket of the environment. */
  state?: string;
  /** Where the page goes. Default: `upload-{merchant}.html` in this directory. */
  out?: string;
  /** Of the page. Default: the deployment's. */
  language?: Language;
  /** Who answers the restaurant's questions: any text. Default: whoever sends the page. */
  contact?: string;
  json: boolean;
}

import type { RecordedCall } from '../call-log.ts';
import { type Html, html } from './html.ts';

/** Calls with their request ids, for whoever compares them with a report. */
export function callTable(calls: readonly Readonly<RecordedCall>[]): Html {
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr><th>Time</th><th>Status</th><th>Call</th><th>Request id</th><th>Idempotency key</th></tr></thead>
<tbody>${calls.map(callRow)}</tbody>
</table></div>
`;
}

function callRow({ at, method, path, status, requestId, idempotencyKey, fault }: Readonly<RecordedCall>): Html {
  const tone = status >= 200 && status < 300 ? 'yes' : 'no';
  const shownStatus = status === 0 ? 'no answer' : status;
  const shownFault = fault === undefined ? undefined : html` <small>${fault.replaceAll('_', ' ')}</small>`;
  return html`<tr><td><time datetime="${at}">${at.slice(11, 19)}</time></td><td class="${tone}">${shownStatus}${shownFault}</td>
<td><code>${method} ${path.replace('/v1/partner', '')}</code></td><td><code>${requestId ?? '–'}</code></td><td><code>${idempotencyKey ?? '–'}</code></td></tr>
`;
}

import { type Answer, readAnswer } from '../read-answer.ts';

/** A connection that says nothing for so long is gone, as after a lid was closed. */
const silenceMs = 60_000;

/** Posts a form and tells how much of it is out: from 0 to 1. Never rejects. */
export function postForm(url: string, form: FormData, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence = 0;
    const end = (answer: Answer) => {
      clearTimeout(silence);
      resolve(answer);
    };
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), silenceMs);
    };
    const broken = () => end({ outcome: 'failed', failure: 'broken', code: '' });
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      listen();
      onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('load', () => end(readAnswer(request.status, request.responseText)));
    request.addEventListener('error', broken);
    request.addEventListener('abort', broken);
    request.open('POST', url);
    request.send(form);
    listen();
  });
}

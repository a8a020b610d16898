/** What an upload is named below its merchant. */
export function uploadedName(key: string): string {
  return key.split('/').slice(2).join('/') || key;
}

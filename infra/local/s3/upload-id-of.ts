/** The upload that a request is about; an empty text where it names none. */
export function uploadIdOf(query: URLSearchParams): string {
  return query.get('uploadId') ?? '';
}

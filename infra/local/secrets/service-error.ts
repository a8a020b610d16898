/** An error as the service names it; all of these are answered with status 400. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly type: string;

  constructor(type: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.type = type;
  }
}

import * as z from 'zod';
import type { SecretStore } from './secret-store.ts';
import { ServiceError } from './service-error.ts';

const inputSchema = z.object({
  SecretId: z.string().min(1).max(2048),
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});

const currentStage = 'AWSCURRENT';

/** Answers what GetSecretValue answers. `body` is the request's JSON. Throws `ServiceError`. */
export function getSecretValue(body: unknown, store: SecretStore, deny: (name: string) => boolean): object {
  const input = inputSchema.safeParse(body);
  if (!input.success) throw new ServiceError('ValidationException', 'The request is not one for a secret value.', { cause: input.error });
  const { SecretId, VersionId, VersionStage } = input.data;
  const name = store.nameOf(SecretId);
  // Access is decided before existence, so that nobody can find out names.
  if (deny(name)) {
    throw new ServiceError(
      'AccessDeniedException',
      `The caller is not authorized to perform: secretsmanager:GetSecretValue on resource: ${SecretId}`,
    );
  }
  const secret = store.find(name);
  if (secret === undefined) throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  if ((VersionId ?? secret.versionId) !== secret.versionId || (VersionStage ?? currentStage) !== currentStage) {
    throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret value for that version.");
  }
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: secret.versionId,
    VersionStages: [currentStage],
    SecretString: secret.value,
    // Seconds, as the protocol writes dates.
    CreatedDate: secret.createdAt.getTime() / 1000,
  };
}

import {
  type Environment,
  EnvironmentInvalid,
  type EnvironmentSource,
  environmentSchema,
  parseEnvironment,
} from '../../../functions/menu-import/environment.ts';
import type { MenuDefaults } from '../../../functions/menu-import/menu/parse-menu.ts';
import { menuDefaults } from '../../../functions/menu-import/menu-defaults.ts';
import type { ReadLimits } from '../../../functions/menu-import/workbook/limits.ts';
import { CannotRun } from './exit-status.ts';

/** What holds on the command line where the process's environment says nothing. */
const commandLineDefaults: EnvironmentSource = { DEFAULT_CURRENCY: 'IDR', MAX_PAUSE_SECONDS: '10' };

/** The function's settings as this shell sets them. Throws `CannotRun` that names a wrong one. */
export function settingsFrom(environment: NodeJS.ProcessEnv): EnvironmentSource {
  const named = Object.keys(environmentSchema.shape).flatMap((name) =>
    environment[name] === undefined ? [] : [[name, environment[name]]],
  );
  const settings: EnvironmentSource = { ...commandLineDefaults, ...Object.fromEntries(named) };
  validated(settings);
  return settings;
}

/** What reading needs: what a row gets where neither it nor its workbook says otherwise, and how large a workbook may be. */
export function readingSettings(settings: EnvironmentSource): { defaults: MenuDefaults; limits: ReadLimits } {
  const environment = validated(settings);
  return { defaults: menuDefaults(environment), limits: environment.READ_LIMITS };
}

function validated(settings: EnvironmentSource): Environment {
  try {
    // The local stack fills these in; here they only have to be there.
    return parseEnvironment({ ...settings, UPLOADS_BUCKET: 'local', RESULTS_BUCKET: 'local', KLIKIT_API_URL: 'http://127.0.0.1' });
  } catch (error) {
    if (error instanceof EnvironmentInvalid) throw new CannotRun(error.message, { cause: error });
    throw error;
  }
}

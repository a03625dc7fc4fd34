import { type Settings, warningsOf } from '../config/index.ts';
import type { Issue } from '../errors/index.ts';
import { type CheckResult, failed, note, ok, runCheck } from './checks/check.ts';
import { databaseChecks } from './checks/databases.ts';
import { machineChecks } from './checks/machine.ts';
import { redisCheck } from './checks/redis.ts';
import { signInChecks } from './checks/sign-in.ts';
import { vendorChecks } from './checks/vendors.ts';

/** Everything that was looked at, and whether a deployment can run so. */
export interface Diagnosis {
  healthy: boolean;
  checks: CheckResult[];
}

/**
 * Looks at everything that a deployment needs. Problems of the configuration come first; the rest is looked at with the
 * defaults in their place. Changes nothing, but for a Zoom token that is due to be refreshed.
 */
export async function diagnose(settings: Settings, issues: readonly Issue[]): Promise<Diagnosis> {
  const checks = [
    ...machineChecks(settings.config),
    ...databaseChecks(settings),
    redisCheck(settings),
    ...signInChecks(settings),
    ...vendorChecks(settings),
  ];
  const results = [...describeConfiguration(settings, issues), ...(await Promise.all(checks.map(runCheck)))];
  return { healthy: results.every(({ state }) => state !== 'failed'), checks: results };
}

function describeConfiguration({ config }: Settings, issues: readonly Issue[]): CheckResult[] {
  if (issues.length > 0) {
    return issues.map(({ path, message }) => ({ name: 'configuration', ...failed(path, `${path} ${message}`) }));
  }
  const finding =
    config.environment === 'production'
      ? ok('production')
      : note(config.environment, 'set NODE_ENV=production where learners play: dangerous settings are refused then');
  const warnings = warningsOf(config).map((warning) => ({
    name: 'configuration',
    ...note('AUTH_MODE=trusted', warning),
  }));
  return [{ name: 'configuration', ...finding }, ...warnings];
}

const marks = { ok: '✓', note: '!', failed: '✗', skipped: '–' } as const;

/** The diagnosis as a table; a remedy stands below what it is for. */
export function formatDiagnosis({ healthy, checks }: Diagnosis): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, state, detail, remedy }) => [
    `${marks[state]} ${name.padEnd(width)}  ${detail}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(width + 4)}→ ${remedy}`]),
  ]);
  const failures = checks.filter(({ state }) => state === 'failed').length;
  const verdict = healthy ? 'Everything that is needed is there.' : `${failures} of ${checks.length} checks failed.`;
  return [...lines, '', verdict].join('\n');
}

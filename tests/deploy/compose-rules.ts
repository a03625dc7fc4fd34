import { Ajv } from 'ajv';

/** The parts of the Compose specification that our files use, said again; anything else is refused, so that a slip is seen. */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const duration = { type: 'string', pattern: '^(\\d+(ms|s|m|h))+$' };
const amount = { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^(\\d+|\\$\\{\\w+:-\\d+\\})$' }] };
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const dependsOn = {
  type: 'object',
  additionalProperties: object(
    { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
    ['condition'],
  ),
};
const healthcheck = object({
  disable: { type: 'boolean' },
  test: { type: 'array', items: [{ enum: ['CMD', 'CMD-SHELL', 'NONE'] }], additionalItems: { type: 'string' } },
  interval: duration,
  timeout: duration,
  start_period: duration,
  retries: { type: 'integer' },
});
const limits = object({
  cpus: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
  memory: { type: 'string', pattern: '^\\d+[kmg]$' },
});
const service = object(
  {
    image: text,
    build: object({ context: text, target: text }, ['context']),
    command: { anyOf: [text, { type: 'array', items: { type: 'string' } }] },
    pull_policy: { enum: ['always', 'never', 'missing', 'build'] },
    environment: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
    env_file: texts,
    ports: { type: 'array', items: { type: 'string', pattern: '^[\\d.]+:(\\d+(-\\d+)?|\\$\\{\\w+:-\\d+\\}):\\d+$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^(\\./)?[\\w.-]+:/\\S+$' } },
    depends_on: dependsOn,
    healthcheck,
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    stop_grace_period: duration,
    init: { type: 'boolean' },
    read_only: { type: 'boolean' },
    tmpfs: texts,
    cap_drop: texts,
    security_opt: texts,
    logging: object({ driver: text, options: { type: 'object', additionalProperties: text } }),
    deploy: object({ replicas: amount, resources: object({ limits }) }),
  },
  ['image'],
);
const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: { type: 'object', additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
  },
  patternProperties: { '^x-': {} },
  required: ['services'],
  additionalProperties: false,
};

/** What a Compose file says that it may not say, or points at that is not there. */
export function composeProblems(file: Record<string, unknown>): string[] {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  if (!validate(file)) return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  const { services = {}, volumes = {} } = file as Compose;
  return Object.entries(services).flatMap(([name, one]) => {
    const unknownServices = Object.keys(one.depends_on ?? {}).filter((other) => !(other in services));
    const unhealthy = Object.entries(one.depends_on ?? {})
      .filter(([other, { condition }]) => condition === 'service_healthy' && !hasHealthcheck(services[other]))
      .map(([other]) => `${other}, which has no health check`);
    const unknownVolumes = (one.volumes ?? [])
      .map((volume) => volume.split(':', 1)[0] ?? '')
      // A folder beside the file is no volume.
      .filter((v) => !v.startsWith('./') && !(v in volumes));
    return [...unknownServices, ...unhealthy, ...unknownVolumes].map((what) => `${name} refers to ${what}`);
  });
}

/** A service that is built here has the health check of its Dockerfile. */
const hasHealthcheck = (one: Service | undefined): boolean =>
  one?.healthcheck !== undefined || one?.build !== undefined;

interface Service {
  build?: object;
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
}
interface Compose {
  services?: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

/** A mistake of the surroundings, told as a sentence with its remedy. */
export class StartError extends Error {}

/** Runs one of our scripts to its end: what it throws ends the process with code 1, a StartError as its sentence alone. */
export async function tell(script) {
  try {
    await script();
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : (error.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

import { TestEnvironment } from 'jest-environment-node';

/**
 * Node's test environment, which also tells the tests of a file whether one of them failed: its database is kept then,
 * and only then is shown what was logged.
 */
export default class FailureAwareEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.global.testFailed = true;
    if (event.name === 'teardown' && !this.global.testFailed) this.global.console.getBuffer?.()?.splice(0);
  }
}

import { TestEnvironment } from 'jest-environment-node';

/** Node's test environment, which also tells the tests of a file whether one of them failed: its database is kept then. */
export default class FailureAwareEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.global.testFailed = true;
  }
}

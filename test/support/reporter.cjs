// What `npm test` prints: mocha's spec output, and as the very last line `N passed, N failed` (`, N skipped`).
// CommonJS, because mocha loads a reporter with `require` on every Node that we support.
const { Spec } = require('mocha').reporters;

module.exports = class Reporter extends Spec {
  /** Mocha calls this after the global teardown; `finish` sets the exit code. A run without a test is a failed run. */
  done(failures, finish) {
    const { passes, failures: failed, pending } = this.stats;
    const skipped = pending > 0 ? `, ${pending} skipped` : '';
    process.stdout.write(`${passes} passed, ${failed} failed${skipped}\n`);
    finish(passes + failed === 0 ? 1 : failures);
  }
};

// node .ci/summary.mjs <JSON report of vitest> <exit code of the install> <of the checks> <of the tests>
import { readFileSync } from 'node:fs';

const [file, ...codes] = process.argv.slice(2);
const [install, check, tests] = codes.map(Number);
const report = readReport(file);

// A run can fail without a failed test: an error outside of any, or an end before the report was written.
const failedTests = Math.max(report.failed, tests === 0 ? 0 : 1);
const failedSteps = [install, check].filter((code) => code !== 0).length;
const failed = failedTests + failedSteps;
console.log(`${report.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const brokenFiles = testResults.filter(isBroken).length;
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
  } catch (error) {
    console.error(`Cannot read the report of the tests: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

// A file that failed although none of its tests did could not be loaded, or a hook of it failed.
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

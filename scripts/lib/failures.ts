import { stripVTControlCharacters } from "node:util"

/** What is read of jest's report. */
export type JestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  /** Files that could not be run at all: their tests are counted nowhere else. */
  numRuntimeErrorTestSuites: number
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[]
  }[]
}

/** Of a failure: enough to see what was expected and where, and little enough that all of them fit on a page. */
const LINES = 25

/** How many tests have passed and failed, in the one line that CI adds up. */
export function countsOf(report: JestReport): string {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const skipped = report.numPendingTests ? `, ${report.numPendingTests} skipped` : ""

  return `${report.numPassedTests} passed, ${failed} failed${skipped}`
}

/** Each test that failed with what it said, after all output of the run, where it is found without a search. */
export function failuresOf(report: JestReport, root: string): string {
  const told = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(`${root}/`, "")
    const failed = assertionResults.filter(({ status }) => status === "failed")
    const isBroken = message !== "" && assertionResults.length === 0

    return [
      ...failed.map((test) => tell(`${file}: ${test.fullName}`, test.failureMessages?.join("\n") ?? "")),
      ...(isBroken ? [tell(`${file} could not be run`, message)] : []),
    ]
  })

  return told.join("")
}

function tell(title: string, message: string): string {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line))
  const left = lines.length - LINES
  const cut = left > 0 ? [`… ${left} lines more`] : []

  return [`FAILED ${title}`, ...[...lines.slice(0, LINES), ...cut].map((line) => `  ${line}`), ""].join("\n")
}

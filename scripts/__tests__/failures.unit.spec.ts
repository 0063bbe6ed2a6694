import { countsOf, failuresOf, type JestReport } from "../lib/failures"

const report = (testResults: JestReport["testResults"], counts: Partial<JestReport> = {}): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults,
  ...counts,
})

const test = (fullName: string, ...failureMessages: string[]) => ({
  status: failureMessages.length ? "failed" : "passed",
  fullName,
  failureMessages,
})

describe("what is said at the end of a run", () => {
  it("names each test that failed with what it said, without colours and the frames of libraries", () => {
    const said = failuresOf(
      report([
        {
          name: "/app/src/money.spec.ts",
          message: "",
          assertionResults: [
            test("money adds up"),
            test(
              "money balances",
              "\u001b[31mExpected 1\u001b[39m\n    at check (/app/src/money.spec.ts:3:1)\n    at run (/app/node_modules/jest/x.js:1:1)"
            ),
          ],
        },
      ]),
      "/app"
    )

    expect(said).toBe(
      "FAILED src/money.spec.ts: money balances\n  Expected 1\n      at check (/app/src/money.spec.ts:3:1)\n"
    )
  })

  it("names a file that could not be run, and counts it", () => {
    const broken = report([{ name: "/app/a.spec.ts", message: "No such module", assertionResults: [] }], {
      numRuntimeErrorTestSuites: 1,
    })

    expect(failuresOf(broken, "/app")).toBe("FAILED a.spec.ts could not be run\n  No such module\n")
    expect(countsOf(broken)).toBe("3 passed, 1 failed")
  })

  it("cuts what is long, and says by how much", () => {
    const long = test("talks", Array.from({ length: 30 }, (_, line) => `line ${line}`).join("\n"))
    const said = failuresOf(
      report([{ name: "/app/a.spec.ts", message: "", assertionResults: [long] }]),
      "/app"
    )

    expect(said).toContain("  line 24\n  … 5 lines more\n")
    expect(said).not.toContain("line 25")
  })

  it("says nothing of what passed, and of skipped tests only how many", () => {
    const passed = report([{ name: "/app/a.spec.ts", message: "", assertionResults: [test("works")] }], {
      numPendingTests: 2,
    })

    expect(failuresOf(passed, "/app")).toBe("")
    expect(countsOf(passed)).toBe("3 passed, 0 failed, 2 skipped")
  })
})

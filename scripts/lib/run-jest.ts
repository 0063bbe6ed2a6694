import { spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { countsOf, failuresOf, type JestReport } from "./failures"

type Options = { args: string[]; report: string; env: Record<string, string | undefined> }

/** Runs jest, prints what has failed and in one line how many tests have passed and failed, and answers its exit code. */
export async function runJest({ args, report, env }: Options): Promise<number> {
  const jest = [
    "--experimental-vm-modules",
    "--no-warnings",
    // A server makes much that is soon garbage: with the default, half of it grows old first.
    "--max-semi-space-size=64",
    "node_modules/jest/bin/jest.js",
    "--forceExit",
    "--json",
    `--outputFile=${report}`,
    ...args,
  ]
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, jest, {
      // jest prints its report on stderr; with --json its stdout repeats the report file.
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env },
    })
    child.on("exit", (status) => resolve(status ?? 1))
  })
  await printResult(report)

  return code
}

async function printResult(path: string): Promise<void> {
  const report: JestReport = JSON.parse(await readFile(path, "utf8"))
  console.log(`${failuresOf(report, process.cwd())}${countsOf(report)}`)
}

import { tail } from "../../scripts/lib/child"
import type { Note } from "../../scripts/lib/steps"

const EVERY_MS = 1000

/** While a program works, shows the last line of its log beside the step. */
export async function withLogNote<Result>(
  log: string,
  note: Note,
  working: () => Promise<Result>
): Promise<Result> {
  const timer = setInterval(() => {
    void tail(log, 1).then((line) => {
      // The loader's lines begin with a number, Medusa's own do not.
      if (/^\d/.test(line)) {
        note(line.slice(0, 60))
      }
    })
  }, EVERY_MS)
  try {
    return await working()
  } finally {
    clearInterval(timer)
  }
}

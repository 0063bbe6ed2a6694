import { writeFile } from "node:fs/promises"
import { statePath } from "../../scripts/lib/paths"
import type { Statements } from "./measure"
import { diffStatements, shapeOf } from "./statement-diff"

type Section = { title: string; lines: string[] }

/** Written beside the figures: where one misses its ceiling, this says which statements cost it. */
export async function writeStatements(scenario: string, sections: Section[]): Promise<string> {
  const name = `bench/statements-${scenario}.txt`
  const text = sections.map(({ title, lines }) => [title, ...lines, ""].join("\n")).join("\n")
  await writeFile(statePath(name), text)

  return `  which statements these are is in .merkato/${name}`
}

/** What one side sends more often, by shape. */
export function moreOf(title: string, left: Statements, right: Statements): Section {
  const diffs = diffStatements(textsOf(left), textsOf(right))

  return { title, lines: diffs.map(({ more, shape }) => `${more > 0 ? "+" : ""}${more}  ${shape}`) }
}

/** When each was sent, counted from the request; whole, or as a shape. */
export function inOrder(title: string, { sent, at_answer }: Statements, isWhole = false): Section {
  return {
    title: `${title}; ${sent.length - at_answer} of them after the answer`,
    lines: sent.map(
      ({ at_ms, text }) => `${at_ms.toFixed(1).padStart(7)} ms  ${isWhole ? text : shapeOf(text)}`
    ),
  }
}

const textsOf = ({ sent }: Statements) => sent.map(({ text }) => text)

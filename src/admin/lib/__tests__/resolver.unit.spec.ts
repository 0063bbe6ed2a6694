import { z } from "zod"
import { sentenceFor } from "../resolver"

const texts = { t: (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}` }
const Values = z.object({
  name: z.string().trim().min(1).max(3),
  own: z.string().min(1, "Said here.").optional(),
  list: z.array(z.string()).min(1).optional(),
})
const faults = (values: object) =>
  Values.safeParse(values, { error: (issue) => sentenceFor(issue, texts) }).error?.issues.map(
    ({ message }) => message
  )

describe("what a form says of a rule that brings no sentence", () => {
  it("is ours, with its number", () => {
    expect(faults({ name: " " })).toEqual(["inputs.required {}"])
    expect(faults({ name: "Adaeze" })).toEqual(['inputs.too_long {"count":3}'])
  })

  it("is the rule's own where there is one", () => {
    expect(faults({ name: "Ada", own: "" })).toEqual(["Said here."])
  })

  it("is not that of a text where it is about something else", () => {
    expect(faults({ name: "Ada", list: [] })).not.toContain("inputs.required {}")
  })
})

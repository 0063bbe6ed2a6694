import { createFormControl } from "react-hook-form"
import { hiddenFault, isShown } from "../shown-fields"

const form = createFormControl({ defaultValues: { is_on: false, areas: [{ country: "" }], message: "" } })
const wrong = (message: string) => ({ type: "custom", message })

describe("what is wrong with a form", () => {
  beforeAll(() => {
    form.register("message")
    form.register("areas.0.country").ref({ name: "areas.0.country", focus: () => undefined })
    form.register("areas.0.country").ref(null)
  })

  it("stands at fields that are shown, not at those that were", () => {
    expect(isShown(form, "message")).toBe(true)
    expect(isShown(form, "areas.0.country")).toBe(false)
    expect(isShown(form, "is_on")).toBe(false)
  })

  it("is said of the whole where no field says so", () => {
    const areas = [{ country: wrong("missing") }]

    expect(hiddenFault(form, { areas })).toBe("missing")
    expect(hiddenFault(form, { areas, message: wrong("too long") })).toBeNull()
  })
})

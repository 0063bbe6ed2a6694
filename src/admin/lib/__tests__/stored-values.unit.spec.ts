import { createFormControl, type DefaultValues, type FieldValues } from "react-hook-form"
import { changesIn, withChanges } from "../own-changes"
import { takeStored } from "../use-stored-values"

const row = (ngn: string, sku: string) => ({ prices: { ngn, xof: "" }, sku })

type Rows = { rows: Record<string, ReturnType<typeof row>> }

/** A form as it is once it stands on its page. */
function filled<Values extends FieldValues>(values: Values) {
  const form = createFormControl<Values>({ defaultValues: values as DefaultValues<Values> })
  form.reset(values)

  return form
}

describe("a form that was filled before somebody else saved", () => {
  it("shows what is stored now, but what the reader has typed", () => {
    const form = filled({ rows: { v1: row("1000", "A") } })
    form.setValue("rows.v1.sku", "B")
    takeStored(form, { rows: { v1: row("1200", "A") } })

    expect(form.getValues()).toEqual({ rows: { v1: row("1200", "B") } })
    expect(form.control._defaultValues).toEqual({ rows: { v1: row("1200", "A") } })
  })

  it("has rows that were added, and none that were taken away", () => {
    const form = filled<Rows>({ rows: { v1: row("1", "A"), v2: row("2", "B") } })
    form.setValue("rows.v2.sku", "C")
    const stored = { rows: { v1: row("1", "A"), v3: row("3", "D") } }
    takeStored(form, stored)

    expect(form.getValues()).toEqual(stored)
  })

  it("keeps what was refused at a field", () => {
    const form = filled({ name: "A", city: "Lagos" })
    form.setError("name", { type: "server", message: "taken" })
    takeStored(form, { name: "A", city: "Accra" })

    expect(form.control._formState.errors.name?.message).toBe("taken")
  })

  it("takes a list for one value", () => {
    expect(withChanges({ days: ["a"] }, { days: ["b"] }, { days: ["a", "c"] })).toEqual({ days: ["a", "c"] })
    expect(withChanges({ days: ["a"] }, { days: ["b"] }, { days: ["a"] })).toEqual({ days: ["b"] })
  })
})

describe("what is sent of a form", () => {
  it("is what was changed", () => {
    const before = { name: "A", tags: [{ id: "1", label: "One" }], price: "1000" }

    expect(changesIn(before, { ...before, tags: [{ label: "One", id: "1" }] })).toEqual({})
    expect(changesIn(before, { ...before, name: "B", tags: [] })).toEqual({ name: "B", tags: [] })
  })
})

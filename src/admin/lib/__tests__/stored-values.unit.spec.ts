import { createFormControl, type DefaultValues, type FieldValues } from "react-hook-form"
import { changesIn, withChanges } from "../own-changes"
import { beginSave, takeStored } from "../use-stored-values"

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

describe("a form whose save is under way", () => {
  const begun = () => {
    const form = filled({ name: "A", city: "Lagos" })
    // A form on a page is told in the same way what has changed about it.
    form.subscribe({ formState: { isDirty: true, dirtyFields: true }, callback: () => undefined })
    form.setValue("name", " B ", { shouldDirty: true })

    return { form, markSaved: beginSave(form) }
  }

  it("has nothing to save once that is done, and shows what was sent", () => {
    const { form, markSaved } = begun()
    expect(form.control._formState.isDirty).toBe(true)
    markSaved({ name: "B", city: "Lagos" })

    expect(form.getValues()).toEqual({ name: "B", city: "Lagos" })
    expect(form.control._formState).toMatchObject({ isDirty: false, dirtyFields: {} })
  })

  it.each([
    ["of another field", "city", "Accra", { name: "B", city: "Accra" }],
    ["of what is being saved", "name", "C", { name: "C", city: "Lagos" }],
  ] as const)("keeps what is typed meanwhile %s, which is still to be saved", (_, field, typed, shown) => {
    const { form, markSaved } = begun()
    form.setValue(field, typed)
    markSaved({ name: "B", city: "Lagos" })

    expect(form.getValues()).toEqual(shown)
    expect(form.control._defaultValues).toEqual({ name: "B", city: "Lagos" })
    expect(form.control._formState).toMatchObject({ isDirty: true, dirtyFields: { [field]: true } })
  })

  it("keeps what somebody else has saved meanwhile", () => {
    const { form, markSaved } = begun()
    takeStored(form, { name: "B", city: "Accra" })
    markSaved({ name: "B", city: "Lagos" })

    expect(form.getValues()).toEqual({ name: "B", city: "Accra" })
    expect(form.control._formState.isDirty).toBe(false)
  })
})

describe("what is sent of a form", () => {
  it("is what was changed", () => {
    const before = { name: "A", tags: [{ id: "1", label: "One" }], price: "1000" }

    expect(changesIn(before, { ...before, tags: [{ label: "One", id: "1" }] })).toEqual({})
    expect(changesIn(before, { ...before, name: "B", tags: [] })).toEqual({ name: "B", tags: [] })
  })
})

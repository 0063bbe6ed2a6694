import { boundVendor, scoped } from "../vendor-scope"

/** What a caller's mistake can hand over in place of an id, whatever the types say. */
const NOTHING = [undefined, null, "", "  ", 7, {}, ["vend_a"]] as (string | null | undefined)[]

describe("the scope of a vendor's query", () => {
  it.each(NOTHING)("is no filter at all without the vendor's id: %p throws", (id) => {
    expect(() => scoped(id, { status: "pending" })).toThrow(RangeError)
    expect(() => scoped(id, {}, "vendor.id")).toThrow(RangeError)
    expect(() => boundVendor(id)).toThrow(RangeError)
  })

  it("names the vendor beside the filters, or in the linked vendor", () => {
    expect(scoped("vend_a", { status: "pending" })).toEqual({ status: "pending", vendor_id: "vend_a" })
    expect(scoped("vend_a", { q: "x" }, "vendor.id")).toEqual({ q: "x", vendor: { id: "vend_a" } })
    expect(scoped("vend_a", {}, "id")).toEqual({ id: "vend_a" })
  })

  it("cannot be replaced by what a client filters by", () => {
    expect(scoped("vend_a", { vendor_id: "vend_b" })).toEqual({ vendor_id: "vend_a" })
    expect(scoped("vend_a", { vendor: { id: "vend_b" } }, "vendor.id")).toEqual({ vendor: { id: "vend_a" } })
  })
})

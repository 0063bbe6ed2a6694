/**
 * The id of the shop that a query is about. Medusa drops an undefined filter and answers every row, so a missing id must
 * never get that far.
 */
export function boundVendor(vendorId: string | null | undefined): string {
  if (typeof vendorId !== "string" || !vendorId.trim()) {
    throw new RangeError("a query of a vendor's records needs the vendor's id")
  }

  return vendorId
}

/** Filters that hold for one shop alone. The scope comes last, so that nothing a client sends can replace it. */
export function scoped<Filters extends object>(
  vendorId: string | null | undefined,
  filters: Filters,
  key = "vendor_id"
): Filters & Record<string, unknown> {
  const id = boundVendor(vendorId)

  return { ...filters, ...(key === "vendor.id" ? { vendor: { id } } : { [key]: id }) }
}

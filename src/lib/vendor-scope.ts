/**
 * Filters that hold for one shop alone. Medusa drops an undefined filter and answers every row, so a missing vendor
 * id throws; and the scope comes last, so that nothing a client sends can replace it.
 */
export function scoped<Filters extends object>(
  vendorId: string | null | undefined,
  filters: Filters,
  key = "vendor_id"
): Filters & Record<string, unknown> {
  if (typeof vendorId !== "string" || !vendorId.trim()) {
    throw new RangeError("a query of a vendor's records needs the vendor's id")
  }

  return { ...filters, ...(key === "vendor.id" ? { vendor: { id: vendorId } } : { [key]: vendorId }) }
}

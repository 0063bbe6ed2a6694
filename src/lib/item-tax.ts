/** Whether a shop pays the tax on what it sells to the tax office by itself, as staff have seen. */
export const TAX_STATUSES = ["registered", "not_registered"] as const

export type TaxStatus = (typeof TAX_STATUSES)[number]

/**
 * Who pays the tax on items and their delivery to the tax office: each shop; the platform, where it is the seller of record;
 * or, by the shop's tax status, the platform for those that are not registered.
 */
export const ITEM_TAX_REMITTERS = ["vendor", "platform", "by_status"] as const

export type ItemTaxRemitter = (typeof ITEM_TAX_REMITTERS)[number]

/** The tax that the platform pays to the tax office is no money of the shop's. */
export const isTaxOfPlatform = (remitter: ItemTaxRemitter, status: TaxStatus): boolean =>
  remitter === "platform" || (remitter === "by_status" && status === "not_registered")

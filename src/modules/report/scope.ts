import { boundVendor } from "../../lib/vendor-scope"

/** Whose figures: those of one shop, or of all of them together. */
export type ReportScope = { vendor_id: string } | "platform"

/** What the roll-up calls all shops together. Ids of shops begin with `vend_`. */
export const PLATFORM = "platform"

/** The scope as rows name it. A shop's id that is missing throws: it must not become the whole platform. */
export const scopeName = (scope: ReportScope): string =>
  scope === PLATFORM ? PLATFORM : boundVendor(scope.vendor_id)

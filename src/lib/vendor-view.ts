/** What a shopper may know of a shop wherever it is named. */
export type VendorView = { id: string; name: string; handle: string; logo_url: string | null }

export const vendorView = ({ id, name, handle, logo_url }: VendorView): VendorView => ({
  id,
  name,
  handle,
  logo_url,
})

import { loadEnv } from "../../lib/env"
import { ErrorCode, invalidData } from "../../lib/errors"
import { isTrustedImage } from "../../lib/image-url"

type Address = string | null | undefined

/** Shops name pictures that they have uploaded, or that are there already; staff may name any. */
export function assertTrustedImages(addresses: Address[], present: Address[] = []): void {
  const env = loadEnv()
  const places = { uploads_url: `${env.BACKEND_URL}/static`, hosts: env.IMAGE_HOSTS }
  const foreign = addresses.find(
    (address) => address && !present.includes(address) && !isTrustedImage(address, places)
  )
  if (foreign) {
    throw invalidData(
      ErrorCode.IMAGE_ADDRESS_REFUSED,
      "Pictures have to be uploaded first: this one lies at another server."
    )
  }
}

import type { CipherPlace } from "../../lib/key-ring"
import { ownKeyRing } from "../../lib/own-key-ring"
import type { RefundAccount } from "../../modules/gateway/types"

type Sealed = Pick<RefundAccount, "id" | "account_number_ciphertext">

const placeOf = (id: string): CipherPlace => ({
  table: "gateway_refund_account",
  column: "account_number_ciphertext",
  row_id: id,
})

export const sealRefundNumber = (id: string, number: string): string => ownKeyRing().seal(number, placeOf(id))

/** For the gateway that pays to it, or the person who does; it never goes into a list, an event or a log. */
export const openRefundNumber = (account: Sealed): string =>
  ownKeyRing().open(account.account_number_ciphertext, placeOf(account.id))

import type { MedusaContainer } from "@medusajs/framework/types"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"
import type { BookedCase, DisputeBooks } from "../../modules/dispute/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import {
  buildChargeback,
  buildChargebackFee,
  buildDisputeHold,
  buildDisputeRelease,
} from "../../modules/ledger/domain/dispute"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

export const disputesOf = (container: MedusaContainer) =>
  container.resolve<DisputeModuleService>(DISPUTE_MODULE)

const base = ({ dispute, occurred_at }: BookedCase) => ({
  dispute_id: dispute.id,
  order_id: dispute.order_id,
  currency_code: dispute.currency_code,
  occurred_at,
})

/** The books as the dispute module asks for them, in the transaction that it gives. */
export function disputeBooks(container: MedusaContainer): DisputeBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    hold: async (booked, context) => {
      const { order_id, currency_code, hold_number } = booked.dispute
      const shares = []
      for (const share of booked.shares) {
        const of = { vendor_id: share.vendor_id, order_id, currency_code }
        shares.push({ ...share, pending_minor: await ledger.pendingOfOrder(of, context) })
      }
      await ledger.post([buildDisputeHold({ ...base(booked), number: hold_number, shares })], context)
    },
    giveBack: async (booked, context) => {
      const number = booked.dispute.hold_number
      await ledger.post([buildDisputeRelease({ ...base(booked), number, shares: booked.shares })], context)
    },
    payOut: async (booked, context) => {
      const { dispute, shares } = booked
      const of = { ...base(booked), gateway: dispute.gateway ?? "", shares }
      await ledger.post(
        [
          buildChargeback({ ...of, amount_minor: dispute.claimed_minor }),
          buildChargebackFee({
            ...of,
            fee_minor: dispute.fee_minor,
            party: dispute.fee_party ?? "platform",
          }),
        ],
        context
      )
      // What the bank took is given back to the buyer as any refund is: it bounds the next one.
      await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).recordRefund(
        chargebackRefundKey(dispute.id),
        shares.filter(({ amount_minor }) => amount_minor > 0n),
        context
      )
    },
  }
}

const CHARGED_BACK = "chargeback:"

const chargebackRefundKey = (disputeId: string) => `${CHARGED_BACK}${disputeId}`

/** Money that a bank took, of which Medusa's payments know nothing. */
export const isChargedBack = ({ refund_key }: { refund_key: string }) => refund_key.startsWith(CHARGED_BACK)

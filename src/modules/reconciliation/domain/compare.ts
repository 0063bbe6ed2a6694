import type { ListedCharge, ListedRefund } from "../../../lib/gateway-settlement"
import type { Finding } from "./causes"

export type HeldPayment = {
  reference: string
  gateway_id: string | null
  paid_minor: bigint | null
  currency_code: string
  is_receipted: boolean
  /** What we have sent back, or lost to a bank. */
  returned_minor: bigint
}

export const finding = (cause: Finding["cause"], over: Partial<Finding>): Finding => ({
  gateway: null,
  reference: null,
  currency_code: null,
  expected_minor: null,
  found_minor: null,
  ...over,
  cause,
})

/**
 * Payments as a gateway lists them against payments as we hold them. `held` are all that the list names, and those of ours
 * that were paid in the same days.
 */
export function comparePayments(
  gateway: string,
  listed: ListedCharge[],
  held: { named: HeldPayment[]; paid: HeldPayment[] }
): Finding[] {
  const byId = new Map(held.named.map((payment) => [payment.gateway_id, payment]))
  const byReference = new Map(held.named.map((payment) => [payment.reference, payment]))
  const names = new Set(listed.map(({ gateway_id }) => gateway_id))

  return [
    ...listed.flatMap((charge) =>
      ofListed(gateway, charge, byId.get(charge.gateway_id) ?? byReference.get(charge.reference))
    ),
    ...held.paid.flatMap((payment) => ofHeld(gateway, payment, names)),
  ]
}

function ofListed(gateway: string, charge: ListedCharge, own: HeldPayment | undefined): Finding[] {
  const { reference, currency_code } = charge
  const about = { gateway, reference, currency_code, found_minor: charge.amount_minor }
  if (charge.is_reversed && !own?.paid_minor) {
    return []
  }
  if (!own) {
    return [finding("payment_unknown", about)]
  }
  if (own.paid_minor === null) {
    return [finding("payment_not_noticed", about)]
  }
  if (charge.is_reversed && own.returned_minor < own.paid_minor) {
    return [finding("payment_reversed", { ...about, expected_minor: own.returned_minor })]
  }
  const isOther = own.gateway_id === charge.gateway_id && own.paid_minor !== charge.amount_minor

  return isOther ? [finding("payment_amount_differs", { ...about, expected_minor: own.paid_minor })] : []
}

function ofHeld(gateway: string, payment: HeldPayment, names: Set<string>): Finding[] {
  const { reference, gateway_id, currency_code, paid_minor } = payment
  const about = { gateway, reference, currency_code, expected_minor: paid_minor }

  return [
    ...(gateway_id && !names.has(gateway_id) ? [finding("payment_not_listed", about)] : []),
    ...(payment.is_receipted ? [] : [finding("receipt_missing", about)]),
  ]
}

export type HeldRefund = {
  reference: string
  gateway_refund_id: string
  amount_minor: bigint
  currency_code: string
}

/** Refunds as a gateway lists them against those that we made in the same days. */
export function compareRefunds(
  gateway: string,
  listed: ListedRefund[],
  held: { known: Set<string>; made: HeldRefund[] }
): Finding[] {
  const names = new Set(listed.map(({ gateway_refund_id }) => gateway_refund_id))

  return [
    ...listed
      .filter(({ gateway_refund_id }) => !held.known.has(gateway_refund_id))
      .map(({ gateway_refund_id, amount_minor, currency_code }) =>
        finding("refund_elsewhere", {
          gateway,
          reference: gateway_refund_id,
          currency_code,
          found_minor: amount_minor,
        })
      ),
    ...held.made
      .filter(({ gateway_refund_id }) => !names.has(gateway_refund_id))
      .map(({ reference, amount_minor, currency_code }) =>
        finding("refund_not_listed", { gateway, reference, currency_code, expected_minor: amount_minor })
      ),
  ]
}

/**
 * What a gateway holds against what the books say. What is on its way has left the gateway and not the books; of what nobody
 * knows whether it was sent, either is true.
 */
export function compareBalance(of: {
  gateway: string
  currency_code: string
  held_minor: bigint
  booked_minor: bigint
  on_its_way_minor: bigint
  unknown_minor: bigint
}): Finding[] {
  const { gateway, currency_code, held_minor } = of
  const expected_minor = of.booked_minor - of.on_its_way_minor
  if (held_minor === expected_minor || held_minor === expected_minor - of.unknown_minor) {
    return []
  }

  return [
    finding(held_minor < expected_minor ? "balance_below_books" : "balance_above_books", {
      gateway,
      currency_code,
      expected_minor,
      found_minor: held_minor,
    }),
  ]
}

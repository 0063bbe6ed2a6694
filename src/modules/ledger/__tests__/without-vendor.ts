import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import LedgerModuleService from "../service"

type Calls = Record<string, (service: LedgerModuleService, vendor_id: string) => Promise<unknown>>

/** Whatever else they are given would do. */
const ABOUT_ONE_SHOP: Calls = {
  availableOf: (service, vendor_id) => service.availableOf({ vendor_id, currency_code: "ngn" }),
  cashOfOrder: (service, vendor_id) =>
    service.cashOfOrder({ vendor_id, currency_code: "ngn", order_id: "order_1" }),
  hold: (service, vendor_id) =>
    service.hold({
      vendor_id,
      payout_id: "pout_1",
      amount_minor: 1n,
      fee_minor: 0n,
      currency_code: "ngn",
      occurred_at: new Date(),
    }),
  lockOwed: (service, vendor_id) => service.lockOwed({ vendor_id, currency_code: "ngn" }),
  lockDebt: (service, vendor_id) => service.lockDebt({ vendor_id, currency_code: "ngn" }),
  payDebt: (service, vendor_id) =>
    service.payDebt({
      vendor_id,
      currency_code: "ngn",
      amount_minor: 1n,
      reference: "FT-1",
      invoice_id: null,
      occurred_at: new Date(),
    }),
  standingOf: (service, vendor_id) => service.standingOf({ vendor_id, currency_code: "ngn", from_seq: "0" }),
  whyOwed: (service, vendor_id) => service.whyOwed({ vendor_id, currency_code: "ngn" }),
  linesOfOrder: (service, vendor_id) => service.linesOfOrder({ vendor_id, order_id: "order_1", take: 1 }),
  linesOfVendorAfter: (service, vendor_id) =>
    service.linesOfVendorAfter({ vendor_id }, { after_seq: "0", take: 1 }),
  moveDeposit: (service, vendor_id) =>
    service.moveDeposit({
      vendor_id,
      move: "received",
      currency_code: "ngn",
      amount_minor: 1n,
      reference: "D-1",
      occurred_at: new Date(),
    }),
  movementsOfVendor: (service, vendor_id) => service.movementsOfVendor(vendor_id),
  paidOutOf: (service, vendor_id) => service.paidOutOf(vendor_id),
  pendingOfOrder: (service, vendor_id) =>
    service.pendingOfOrder({ vendor_id, currency_code: "ngn", order_id: "order_1" }),
  takeReceivable: (service, vendor_id) => service.takeReceivable({ vendor_id, currency_code: "ngn" }),
  listLinesOfVendor: (service, vendor_id) =>
    service.listLinesOfVendor({ vendor_id }, { take: 1, skip: 0, is_ascending: true }),
}

/** Of the whole book. */
const ABOUT_NO_SHOP = [
  "assertSame",
  "balances",
  "checkpoint",
  "claimBankLine",
  "countUncounted_",
  "coverSplits",
  "entryById",
  "entryByKey",
  "findCut_",
  "keepBalances_",
  "knownAs",
  "listBalances",
  "linesAfter",
  "listLines",
  "listOwing",
  "pageOfAvailable",
  "post",
  "postLine",
  "takenBack",
  "trialBalance",
]

export function describeWithoutVendor(service: LedgerModuleService): void {
  describe("a method that is about one shop", () => {
    it.each(Object.entries(ABOUT_ONE_SHOP))("throws without the vendor's id: %s", async (_, call) => {
      for (const nothing of NO_ID) {
        await expect(call(service, nothing)).rejects.toThrow("needs the vendor's id")
      }
    })

    it("is known here, as is every other", () => {
      expect(ownMethods(LedgerModuleService)).toEqual(
        [...Object.keys(ABOUT_ONE_SHOP), ...ABOUT_NO_SHOP].toSorted()
      )
    })
  })
}

import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import type { OpenRefundInput, OpenReturnInput } from "../after-sale-types"
import VendorOrderModuleService from "../service"

const PAGE = { take: 20, skip: 0 }

const REFUND = { vendor_order_id: "vord_1", lines: [], due: {}, amount_minor: 1n, withheld_minor: 0n }

const AT_DOOR = { vendor_order_id: "vord_1", amount_minor: 1n }
const NO_BOOKS = () => Promise.reject(new Error("nothing is posted"))

type Calls = Record<string, (service: VendorOrderModuleService, vendor_id: string) => Promise<unknown>>

/** Whatever else they are given would do. */
const ABOUT_ONE_SHOP: Calls = {
  buyersOfVendor: (service, id) => service.buyersOfVendor(id, ["vord_1"]),
  closeUncollected: (service, vendor_id) =>
    service.closeUncollected({ ...AT_DOOR, vendor_id, to: "canceled" } as never, NO_BOOKS),
  collect: (service, vendor_id) => service.collect({ ...AT_DOOR, vendor_id } as never, NO_BOOKS),
  confirmDelivery: (service, id) => service.confirmDelivery(id, "vord_1", "buyer"),
  deliveryConfirmedAt: (service, id) => service.deliveryConfirmedAt(id, "vord_1"),
  findCustomerOfVendor: (service, id) => service.findCustomerOfVendor(id, "vcus_1"),
  findOfVendor: (service, id) => service.findOfVendor(id, "vord_1"),
  linesOfVendor: (service, id) => service.linesOfVendor(id, ["vord_1"]),
  listCustomersOfVendor: (service, vendor_id) => service.listCustomersOfVendor({ vendor_id }, PAGE as never),
  listOfVendor: (service, vendor_id) => service.listOfVendor({ vendor_id }, PAGE),
  listReturnsOfVendor: (service, vendor_id) => service.listReturnsOfVendor({ vendor_id }, PAGE),
  spendCodeTry: (service, id) => service.spendCodeTry(id, "vord_1"),
  noteFollowed: (service, vendor_id) => service.noteFollowed({ ...AT_DOOR, vendor_id }),
  oweCash: (service, vendor_id) => service.oweCash({ ...AT_DOOR, vendor_id }, NO_BOOKS),
  prepay: (service, vendor_id) =>
    service.prepay({ ...AT_DOOR, vendor_id, reference: "mkt-1", currency_code: "ngn" }),
  remitCash: (service, vendor_id) => service.remitCash({ ...AT_DOOR, vendor_id }, NO_BOOKS),
  moveVendorOrder: (service, vendor_id) =>
    service.moveVendorOrder({ vendor_id, id: "vord_1", to: "confirmed", actor: "user_1" } as never),
  openCancellation: (service, vendor_id) =>
    service.openCancellation({
      vendor_id,
      vendor_order_id: "vord_1",
      order_id: "order_1",
      amount_minor: 0n,
      actor: "user_1",
      reason: "It was damaged.",
    }),
  openReturn: (service, vendor_id) =>
    service.openReturn({ vendor_id, return_id: "return_1", items: [] } as unknown as OpenReturnInput),
  openRefundRequest: (service, vendor_id) =>
    service.openRefundRequest({ ...REFUND, vendor_id } as unknown as OpenRefundInput),
  workOf: (service, vendor_id) => service.workOf({ vendor_id, sales: null }),
}

/** Of a whole order or cart, which the shops in it share, of a row that the service itself has handed out, or for staff. */
const ABOUT_NO_SHOP = [
  "addReturnPhotos",
  "addReturnTracking",
  "advanceCancellation",
  "advanceRefundRequest",
  "cancellationsOf",
  "closeCheckout",
  "collectionsOf",
  "dropCancellation",
  "faultOf",
  "findReturn",
  "heldCash",
  "listOfPlatform",
  "listPlaced",
  "listReturnCases",
  "listUnfinishedCancellations",
  "listUnfinishedRefunds",
  "listUntoldCollections",
  "listWaitingCollections",
  "listWaitingOrders",
  "listWaitingReturns",
  "moveReturn",
  "noteReminder",
  "openCheckout",
  "openCheckoutOf",
  "partitionOf",
  "readBacklog",
  "recordPartition",
  "recordRefund",
  "refundRequestsOf",
  "refusalsOf",
  "removePartitionOf",
  "unfollowedOrders",
]

export function describeWithoutVendor(service: VendorOrderModuleService): void {
  describe("a method that is about one shop", () => {
    it.each(Object.entries(ABOUT_ONE_SHOP))("throws without the vendor's id: %s", async (_, call) => {
      for (const nothing of NO_ID) {
        await expect(call(service, nothing)).rejects.toThrow("needs the vendor's id")
      }
    })

    it("is known here, as is every other", () => {
      expect(ownMethods(VendorOrderModuleService)).toEqual(
        [...Object.keys(ABOUT_ONE_SHOP), ...ABOUT_NO_SHOP].toSorted()
      )
    })
  })
}

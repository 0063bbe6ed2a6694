import type VendorOrderModuleService from "../service"
import type { RecordedVendorOrder } from "../types"

export function describeDeliveries(
  service: VendorOrderModuleService,
  record: () => Promise<RecordedVendorOrder[]>
): void {
  describe("a delivery", () => {
    it("has five tries of a code, however many come at once, and each vendor order its own", async () => {
      const [one, other] = await record()
      const spend = ({ vendor_id, id }: RecordedVendorOrder) => service.spendCodeTry(vendor_id, id)

      const left = await Promise.all(Array.from({ length: 20 }, () => spend(one!)))

      expect(left.filter((tries) => tries !== null).toSorted()).toEqual([0, 1, 2, 3, 4])
      expect(await spend(one!)).toBeNull()
      expect(await spend(other!)).toBe(4)
      expect(await service.spendCodeTry(other!.vendor_id, one!.id)).toBeNull()
    })

    it("is confirmed once, by the first who does, and only when all has arrived", async () => {
      const [{ id, vendor_id }] = (await record()) as [RecordedVendorOrder]
      await service.spendCodeTry(vendor_id, id)
      expect(await service.confirmDelivery(vendor_id, id, "buyer")).toBeNull()
      for (const to of ["confirmed", "shipped", "delivered"] as const) {
        await service.moveVendorOrder({ vendor_id, id, to, actor: "user_1" })
      }
      expect(await service.confirmDelivery("vend_of_others", id, "buyer")).toBeNull()
      expect(await service.deliveryConfirmedAt(vendor_id, id)).toBeNull()

      const at = await service.confirmDelivery(vendor_id, id, "code")

      expect(at).toBeInstanceOf(Date)
      expect(await service.confirmDelivery(vendor_id, id, "buyer")).toEqual(at)
      expect(await service.deliveryConfirmedAt(vendor_id, id)).toEqual(at)
    })
  })
}

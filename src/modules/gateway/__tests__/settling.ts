import type GatewayModuleService from "../service"
import { paystack } from "./paystack-sandbox"

type Opening = {
  /** Its reference. */
  openPaid: (service: GatewayModuleService) => Promise<string>
  openUnpaid: () => Promise<{ reference: string }>
}

export function describeSettling(service: GatewayModuleService, { openPaid, openUnpaid }: Opening): void {
  describe("settle", () => {
    const inAMoment = () => new Date(Date.now() + 60_000)

    it("keeps a paid transaction on the list until it was brought to its end", async () => {
      const reference = await openPaid(service)
      expect(await service.takeUnsettled(inAMoment(), 10)).toEqual([reference])
      expect(await service.takeUnsettled(new Date(Date.now() - 60_000), 10)).toEqual([])

      await service.settle(reference, "ordered")

      expect(await service.takeUnsettled(inAMoment(), 10)).toEqual([])
      await service.checkCharge(reference)
      expect(await service.takeUnsettled(inAMoment(), 10)).toEqual([])
    })

    it("brings a transaction back that is paid after it was given up", async () => {
      const { reference } = await openUnpaid()
      await service.settle(reference, "not_paid")
      expect(await service.takeUnsettled(inAMoment(), 10)).toEqual([])

      await paystack.pay(reference)
      await service.checkCharge(reference)

      expect(await service.takeUnsettled(inAMoment(), 10)).toEqual([reference])
    })

    it("is stuck neither on one that cannot be settled, nor on a gateway that is not there any more", async () => {
      const references = [await openPaid(service), await openPaid(service)]
      const others = await service.listGatewayTransactions({}, { order: { created_at: "ASC" } })
      await service.createGatewayTransactions(
        others.map(({ id, ...row }) => ({
          ...row,
          gateway: "gone",
          reference: `gone-${id}`,
          session_id: `gone-${id}`,
          created_at: new Date(0),
        }))
      )

      expect(await service.takeUnsettled(inAMoment(), 1)).toEqual([references[0]])
      expect(await service.takeUnsettled(inAMoment(), 1)).toEqual([references[1]])
      expect(await service.takeUnsettled(inAMoment(), 1)).toEqual([references[0]])
    })
  })
}

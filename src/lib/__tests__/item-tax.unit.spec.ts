import { ITEM_TAX_REMITTERS, isTaxOfPlatform, TAX_STATUSES } from "../item-tax"

it("is the shop's to pay unless the platform is the seller of record, or stands in for a shop that is not registered", () => {
  const ofPlatform = ITEM_TAX_REMITTERS.flatMap((remitter) =>
    TAX_STATUSES.filter((status) => isTaxOfPlatform(remitter, status)).map((status) => [remitter, status])
  )

  expect(ofPlatform).toEqual([
    ["platform", "registered"],
    ["platform", "not_registered"],
    ["by_status", "not_registered"],
  ])
})

import { VENDOR_ROLES } from "../../src/lib/permissions"
import { createMarketplace } from "../helpers/create-marketplace"
import { createMember } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { describeBadInput } from "./vendor-stock/bad-input"
import { describeLevels } from "./vendor-stock/levels"
import { describeLists } from "./vendor-stock/lists"
import { describeOtherShops } from "./vendor-stock/other-shops"
import { describeRoles } from "./vendor-stock/roles"
import { describeShipping } from "./vendor-stock/shipping"
import { StockDesk } from "./vendor-stock/suite"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let desk: StockDesk

    beforeAll(async () => {
      const container = getContainer()
      const market = await createMarketplace(container, { vendors: 2, products_per_vendor: 3, stock: 10 })
      for (const role of VENDOR_ROLES) {
        await createMember(container, market.vendors[0]!.id, role, `${role}@one.example.com`)
      }
      await createMember(container, market.vendors[1]!.id, "owner", "owner@two.example.com")
      desk = new StockDesk(container, market, api.defaults.baseURL)
    })

    const currentDesk = () => desk

    describeLevels(currentDesk)
    describeOtherShops(currentDesk)
    describeShipping(currentDesk)
    describeRoles(currentDesk)
    describeLists(currentDesk)
    describeBadInput(currentDesk)
  },
})

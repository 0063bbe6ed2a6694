import { createMarketplace } from "../helpers/create-marketplace"
import { createBuyer, createMember, createStaff, createUser } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { describeAdminGuard } from "./access-guard/admin"
import { describeAudit } from "./access-guard/audit"
import { describeImpersonation } from "./access-guard/impersonation"
import { describeRoleChanges } from "./access-guard/role-changes"
import { describeShell } from "./access-guard/shell"
import { describeStaff } from "./access-guard/staff"
import { createGuardSuite, type Place } from "./access-guard/suite"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let place: Place

    beforeAll(async () => {
      const container = getContainer()
      const market = await createMarketplace(container, { vendors: 2 })
      place = {
        container,
        market,
        base_url: api.defaults.baseURL,
        people: {
          owner: await createStaff(container, "owner"),
          operations: await createStaff(container, "operations"),
          support: await createStaff(container, "support"),
          shop: await createMember(container, market.vendors[0]!.id, "owner", "owner@shop.example.com"),
          buyer: await createBuyer(container),
        },
      }
      await createUser(container, "nobody@example.com")
    })

    const suite = createGuardSuite(() => place)

    describeAdminGuard(suite)
    describeStaff(suite)
    describeShell(suite)
    describeAudit(suite)
    describeImpersonation(suite)
    describeRoleChanges(suite)
  },
})

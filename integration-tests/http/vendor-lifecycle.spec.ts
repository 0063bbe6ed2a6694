import { createMarketplace } from "../helpers/create-marketplace"
import { serverTests } from "../helpers/server-tests"
import { describeApproving } from "./vendor-lifecycle/approving"
import { describeOpening } from "./vendor-lifecycle/opening"
import { describeOwners } from "./vendor-lifecycle/owners"
import { createLifecycleSuite, type LifecyclePlace } from "./vendor-lifecycle/suite"

jest.setTimeout(180_000)

serverTests({
  testSuite: ({ getContainer }) => {
    let place: LifecyclePlace

    beforeAll(async () => {
      const container = getContainer()
      place = { container, market: await createMarketplace(container, { vendors: 0 }) }
    })

    const suite = createLifecycleSuite(() => place)

    describeApproving(suite)
    describeOpening(suite)
    describeOwners(suite)
  },
})

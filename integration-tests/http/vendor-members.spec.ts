import type { MedusaContainer } from "@medusajs/framework/types"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { type Client, createMember } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { describeApiKeys } from "./vendor-members/api-keys"
import { describeInvitations } from "./vendor-members/invitations"
import { describeMembers } from "./vendor-members/members"
import { describeRegistration } from "./vendor-members/registration"
import { signInSteppedUp, type TeamSuite } from "./vendor-members/suite"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let owner: Client
    let second_owner: Client
    let stranger: Client

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 2, products_per_vendor: 0 })
      const [one, two] = market.vendors
      await createMember(container, one!.id, "owner", "owner@shop.example.com")
      await createMember(container, one!.id, "owner", "second@shop.example.com")
      await createMember(container, two!.id, "owner", "stranger@shop.example.com")
      const baseUrl = api.defaults.baseURL
      owner = await signInSteppedUp(baseUrl, "owner@shop.example.com")
      second_owner = await signInSteppedUp(baseUrl, "second@shop.example.com")
      stranger = await signInSteppedUp(baseUrl, "stranger@shop.example.com")
    })

    const suite: TeamSuite = {
      get base_url() {
        return api.defaults.baseURL
      },
      get container() {
        return container
      },
      get market() {
        return market
      },
      get owner() {
        return owner
      },
      get second_owner() {
        return second_owner
      },
      get stranger() {
        return stranger
      },
    }

    describeRegistration(suite)
    describeMembers(suite)
    describeInvitations(suite)
    describeApiKeys(suite)
  },
})

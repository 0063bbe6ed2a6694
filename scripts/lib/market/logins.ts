import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"

const PROVIDER = "emailpass"

/** An admin login; returns the user's id. */
export async function ensureUser(
  container: MedusaContainer,
  email: string,
  password: string,
  firstName: string
): Promise<string> {
  const authIdentityId = await ensureIdentity(container, email, password)
  const [user] = await container.resolve(Modules.USER).listUsers({ email }, { take: 1 })
  if (user) {
    return user.id
  }
  const { result } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId, userData: { email, first_name: firstName } },
  })

  return result.id
}

export async function ensureCustomer(
  container: MedusaContainer,
  email: string,
  password: string
): Promise<void> {
  const authIdentityId = await ensureIdentity(container, email, password)
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email, has_account: true }, { take: 1 })
  if (!customer) {
    await createCustomerAccountWorkflow(container).run({
      input: { authIdentityId, customerData: { email, first_name: "Ada", last_name: "Buyer" } },
    })
  }
}

/** Makes a user the platform's owner. */
export async function ensureOwner(container: MedusaContainer, userId: string): Promise<void> {
  const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
  const [known] = await access.listStaffMembers({ user_id: userId }, { take: 1 })
  if (!known) {
    await access.createStaffMembers({ user_id: userId, role: "owner", granted_by: null })
  }
}

/** Registers the e-mail and password, or gives an earlier registration this password. */
async function ensureIdentity(container: MedusaContainer, email: string, password: string): Promise<string> {
  const auth: IAuthModuleService = container.resolve(Modules.AUTH)
  const [known] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: PROVIDER },
  })
  const answer = known
    ? await auth.updateProvider(PROVIDER, { entity_id: email, password })
    : await auth.register(PROVIDER, { body: { email, password } })
  const id = known?.id ?? answer.authIdentity?.id
  if (!answer.success || !id) {
    throw new Error(`The login ${email} could not be made: ${answer.error ?? "no identity"}`)
  }

  return id
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { StaffRole, VendorRole } from "../../src/lib/permissions"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"

export const PASSWORD = "a long enough password"

export type Person = { id: string; email: string; auth_identity_id: string }

/** A user with a login by e-mail, who has no role yet. */
export async function createUser(container: MedusaContainer, email: string): Promise<Person> {
  const authIdentityId = await registerLogin(container, email)
  const { result } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId, userData: { email } },
  })

  return { id: result.id, email, auth_identity_id: authIdentityId }
}

export async function createStaff(
  container: MedusaContainer,
  role: StaffRole,
  email = `${role}@staff.example.com`
): Promise<Person> {
  const user = await createUser(container, email)
  await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .createStaffMembers({ user_id: user.id, role, granted_by: null })

  return user
}

export async function createMember(
  container: MedusaContainer,
  vendorId: string,
  role: VendorRole,
  email = `${role}.${vendorId.toLowerCase()}@shop.example.com`
): Promise<Person> {
  const user = await createUser(container, email)
  await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .createVendorMembers({ vendor_id: vendorId, user_id: user.id, role })

  return user
}

export async function createBuyer(container: MedusaContainer, email = "buyer@example.com"): Promise<Person> {
  const authIdentityId = await registerLogin(container, email)
  const { result } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId, customerData: { email, first_name: "Ada" } },
  })

  return { id: result.id, email, auth_identity_id: authIdentityId }
}

async function registerLogin(container: MedusaContainer, email: string): Promise<string> {
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password: PASSWORD } })
  if (!authIdentity) {
    throw new Error(`The login ${email} was not made: ${error}`)
  }

  return authIdentity.id
}

export type Answer<Body = Record<string, unknown>> = { status: number; headers: Headers; body: Body }

export type Client = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>
) => Promise<Answer<Body>>

/** One who calls the API with these headers; an answer that is not JSON has its text in `body.text`. */
export const clientWith =
  (baseUrl: string, fixed: Record<string, string> = {}): Client =>
  async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...(isForm ? {} : { "content-type": "application/json" }), ...fixed, ...headers },
      body: isForm || body === undefined ? body : JSON.stringify(body),
    })
    const text = await textOf(response)

    return { status: response.status, headers: response.headers, body: parse(text) as Body }
  }

/** A stream of events never ends: its status is all that is read of it. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel()

    return ""
  }

  return response.text()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}

/** Signs in by e-mail and password and returns a client with the token. */
export async function signIn(
  baseUrl: string,
  actor: "user" | "customer",
  email: string,
  headers: Record<string, string> = {}
): Promise<Client> {
  const { status, body } = await clientWith(baseUrl)<{ token?: string }>("POST", `/auth/${actor}/emailpass`, {
    email,
    password: PASSWORD,
  })
  if (!body.token) {
    throw new Error(`${email} was not signed in: ${status} ${JSON.stringify(body)}`)
  }

  return clientWith(baseUrl, { authorization: `Bearer ${body.token}`, ...headers })
}
